using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
  services = [
    (name = "internet", network = (allow = ["private"])),
    (name = "main", worker = (
      modules = [(name = "worker", esModule = embed "worker.bundle.mjs")],
      bindings = [(name = "UPSTREAM", fromEnvironment = "UPSTREAM")],
      compatibilityDate = "2026-01-01",
    )),
  ],
);
