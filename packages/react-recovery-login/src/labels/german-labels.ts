import type { CheckedLabels, Labels } from './labels.ts'

/** Formal address. A soft hyphen lets a long word in a heading break on a narrow screen. */
const texts = {
  locale: 'de',

  'form.heading': 'Wiederherstellungs\u00adcode eingeben',
  'form.lead':
    'Nehmen Sie den Code, den Sie für den Fall aufbewahrt haben, dass Sie eine Anmeldung nicht wie gewohnt bestätigen können.',
  'form.usual':
    'Können Sie sich doch wie gewohnt anmelden? Dann tun Sie das, und heben Sie diesen Code für ein anderes Mal auf.',
  'form.label': 'Wiederherstellungscode',
  'form.hint': '{count} Buchstaben und Ziffern. Leerzeichen und Striche stören nicht.',
  'form.counter': '{count} von {length}',
  'form.advice':
    'Ein Code gilt nur einmal. Wenn Sie fortfahren, ist dieser verbraucht, und Sie erhalten einen neuen zum Aufbewahren.',
  'form.deadline': 'Diese Anmeldung bleibt bis etwa {time} Uhr offen.',
  'held.lead':
    'Bis etwa {time} Uhr zeigt der Code, den Sie verwendet haben, noch einmal denselben neuen Code.',
  'form.reveal': 'Code anzeigen',
  'form.conceal': 'Code verbergen',
  'form.submit': 'Weiter',
  'form.submitting': 'Ihr Code wird geprüft …',
  'form.keepOpen':
    'Bitte lassen Sie diese Seite offen. Ihr neuer Code kommt zusammen mit der Antwort.',
  'form.slow.title': 'Das dauert länger als gewöhnlich',
  'form.slow.text':
    'Ihr Code wurde einmal gesendet und wird nicht von selbst noch einmal gesendet. Lassen Sie diese Seite offen: Ihr neuer Code ist vielleicht schon unterwegs.',
  'form.tryAnother': 'Anders anmelden',
  'form.codeMissing': 'Ich habe meinen Code nicht',
  'form.support': 'Hilfe',
  'form.empty': 'Geben Sie zuerst Ihren Wiederherstellungscode ein.',
  'form.rejected.title': 'Dieser Code wurde nicht angenommen',
  'form.rejected.text':
    'Vielleicht ist er vertippt, schon verbraucht oder durch einen neueren ersetzt, oder zu diesem Konto gibt es keinen. Vergleichen Sie ihn mit dem Code, den Sie zuletzt aufbewahrt haben.',
  'form.rejectedAgain.title': 'Dieser Code wird nicht mehr angenommen',
  'form.rejectedAgain.text':
    'Ihr früherer Versuch ist wahrscheinlich gelungen, und der neue Code ging mit der Antwort verloren. Melden Sie sich auf andere Weise an, oder bitten Sie uns um Hilfe.',
  'form.maybeLocked.title': 'Noch immer nicht angenommen',
  'form.maybeLocked.text':
    'Nach mehreren Versuchen kann ein Konto eine Zeit lang gesperrt sein, und dann wird auch der richtige Code abgelehnt. Warten Sie einige Minuten, oder melden Sie sich auf andere Weise an.',
  'form.length.title': 'Dieser Code hat {count} Zeichen, nicht {length}',
  'form.length.text':
    'Vielleicht fehlt der Anfang oder das Ende. Es wurde nichts gesendet, also hat Sie das keinen Versuch gekostet.',
  'form.long.text':
    'Vielleicht steht im Feld außer dem Code noch etwas anderes. Es wurde nichts gesendet, also hat Sie das keinen Versuch gekostet.',
  'form.lookAlike.title': 'Sehen Sie sich einige Zeichen noch einmal an',
  'form.lookAlike.text':
    'Diese Codes enthalten nie {characters}. Vergleichen Sie diese Stellen mit Ihrer Kopie. Es wurde nichts gesendet, also hat Sie das keinen Versuch gekostet.',
  'form.sendAnyway': 'Trotzdem senden',
  'form.appCode.title': 'Das sieht nach einem Code aus einer App aus',
  'form.appCode.text':
    'Eine App oder eine SMS gibt Ihnen 6 Ziffern. Ein Wiederherstellungscode hat {count} Buchstaben und Ziffern. Es wurde nichts gesendet, also hat Sie das keinen Versuch gekostet.',
  'form.appCode.action': 'Stattdessen diesen Code nehmen',
  'form.limited.title': 'Vorerst zu viele Versuche',
  'form.limited.text':
    'Zum Schutz Ihres Kontos gibt es vor dem nächsten Versuch eine Pause. Die Schaltfläche ist von selbst wieder da.',
  'form.limited.until': 'bis zum nächsten Versuch',
  'form.limited.spoken': '{count} Minuten bis zum nächsten Versuch.',
  'form.limited.lastMinute': 'Weniger als eine Minute bis zum nächsten Versuch.',
  'form.limited.ready': 'Sie können es jetzt noch einmal versuchen.',
  'form.unreadable.title': 'In dieser Datei war kein Code zu erkennen',
  'form.unreadable.text':
    'Es wurde nichts gesendet. Tippen Sie den Code ein, oder fügen Sie ihn ein.',
  'form.offline.title': 'Sie sind anscheinend offline',
  'form.offline.text':
    'Es wurde nichts gesendet. Verbinden Sie sich mit dem Internet, und fahren Sie dann fort.',

  'notice.heading': 'Bewahren Sie Ihren neuen Code auf',
  'notice.lead': 'Ihr alter Wiederherstellungscode gilt nicht mehr. [Dieser neue ersetzt ihn.]',
  'notice.once': 'Er wird nur jetzt angezeigt.',
  'notice.late': 'Die Antwort kam doch noch. Hier ist Ihr neuer Code.',
  'notice.partial.heading': 'Bewahren Sie diesen Code auf und beginnen Sie dann von vorn',
  'notice.partial.lead':
    'Ihr neuer Wiederherstellungscode ist da, aber die Anmeldung brach vorher ab. [Der eingegebene Code gilt nicht mehr; dieser gilt.]',
  'notice.enrol.heading': 'Bewahren Sie Ihren Code auf',
  'notice.enrol.lead':
    'Wenn Sie eine Anmeldung einmal nicht wie gewohnt bestätigen können, kommen Sie mit diesem Wiederherstellungscode hinein. Er gilt einmal, danach erhalten Sie einen neuen.',
  'notice.cardTitle': 'Wiederherstellungscode',
  'notice.cardTitle.site': 'Wiederherstellungscode für {site}',
  'notice.date': 'Neu am {date}',
  'notice.enrol.date': 'Erstellt am {date}',
  'notice.codeName': 'Neuer Wiederherstellungscode, {count} Gruppen zu {size} Zeichen',
  'notice.printNote':
    'Gilt einmal. Ersetzt jeden früheren Code. Bewahren Sie ihn dort auf, wo nur Sie ihn finden.',
  'notice.hidden': 'Der Code ist verborgen.',
  'notice.show': 'Code anzeigen',

  'save.lead':
    'Bewahren Sie ihn dort auf, wo Sie auch dann herankommen, wenn Sie ausgesperrt sind.',
  'save.copy': 'Code kopieren',
  'save.copied': 'Kopiert',
  'save.copiedStatus':
    'Kopiert. Fügen Sie ihn jetzt dort ein, wo Sie ihn aufbewahren, zum Beispiel in einem Passwortmanager.',
  'save.copyFailed.title': 'Ihr Browser ließ das Kopieren nicht zu',
  'save.copyFailed.keys':
    'Der Code oben ist für Sie markiert. Drücken Sie [{keys}], um ihn zu kopieren.',
  'save.copyFailed.touch': 'Halten Sie den Finger auf den Code oben, und wählen Sie „Kopieren“.',
  'save.keys.control': 'Strg + C',
  'save.keys.command': '⌘ + C',
  'save.download': 'Als Datei',
  'save.downloaded': 'Gespeichert',
  'save.downloadAsk.title': 'Ist die Datei da?',
  'save.downloadAsk.text':
    'Suchen Sie in Ihren Downloads nach [{file}], und öffnen Sie die Datei einmal.',
  'save.downloadFailed':
    'Die Datei konnte hier nicht gespeichert werden. Bewahren Sie den Code auf andere Weise auf.',
  'save.print': 'Drucken',
  'save.printed': 'Gedruckt',
  'save.printAsk.title': 'Steht er auf dem Papier?',
  'save.printAsk.text': 'Prüfen Sie, ob Sie alle {count} Gruppen lesen können.',
  'save.ask.title': 'Ist der Code da?',
  'save.ask.text': 'Sehen Sie dort nach, wo Sie ihn abgelegt haben.',
  'save.printFailed':
    'Das Drucken hat hier nicht begonnen. Bewahren Sie den Code auf andere Weise auf.',
  'save.share': 'Teilen',
  'save.shared': 'Geteilt',
  'save.shareFailed': 'Es wurde nichts geteilt. Bewahren Sie den Code auf andere Weise auf.',
  'save.askYes': 'Ja, alles da',
  'save.askNo': 'Nein',
  'save.selected': 'Sie haben den Code von Hand kopiert. Das zählt.',
  'file.name': 'wiederherstellungscode.txt',
  'file.account': 'Konto: {account}',

  'gate.checkbox': 'Ich habe den neuen Code vom {date} aufbewahrt',
  'gate.enrol.checkbox': 'Ich habe den Code vom {date} aufbewahrt',
  'gate.unconfirmed':
    'Bewahren Sie zuerst den Code auf, und setzen Sie dann das Häkchen. Danach können wir den Code nicht noch einmal anzeigen.',
  'gate.noAction': 'Bewahren Sie zuerst den Code auf. Von Hand kopieren zählt auch.',
  'gate.saving': 'Einen Moment: Der Code wird noch gespeichert.',
  'gate.continue': 'Weiter',
  'gate.startAgain': 'Anmeldung neu beginnen',
  'gate.finishing': 'Einen Moment …',

  'retype.label': 'Neuen Code aus Ihrer Kopie eingeben',
  'retype.hint':
    'Tippen Sie ihn ein, fügen Sie ihn ein, oder ziehen Sie die gespeicherte Datei hierher. Geprüft wird nur auf dieser Seite, und nichts wird dabei verbraucht.',
  'retype.file': 'Gespeicherte Datei prüfen',
  'retype.mismatch': 'Gruppe {group} weicht ab. Zeigen Sie den Code an, und vergleichen Sie.',
  'retype.short': {
    one: 'Am Ende fehlt {count} Zeichen.',
    other: 'Am Ende fehlen {count} Zeichen.',
  },
  'retype.oldCode': 'Das ist der alte Code, der nicht mehr gilt. Geben Sie den neuen ein.',
  'retype.unreadable': 'Darin war kein Code zu erkennen. Geben Sie den neuen ein.',
  'retype.match': 'Stimmt überein. Ihre Kopie ist gut.',
  'retype.required': 'Geben Sie den neuen Code ein, um zu zeigen, dass Ihre Kopie stimmt.',

  'unknown.heading': 'Wir haben keine Antwort erhalten',
  'unknown.lead':
    'Ihr Code wurde gesendet, aber die Antwort ging unterwegs verloren. [Vielleicht ist der Code verbraucht, vielleicht gilt er noch.]',
  'unknown.serviceDown':
    'Ihr Code wurde gesendet, aber unser Anmeldedienst hat gerade eine Störung. [Vielleicht ist der Code verbraucht, vielleicht gilt er noch.]',
  'unknown.waiting':
    'Wir warten noch auf die Antwort. Wenn sie kommt, erscheint hier Ihr neuer Code.',
  'unknown.looking': 'Wir suchen die Antwort. Wenn wir sie finden, erscheint sie hier.',
  'unknown.step1': 'Warten Sie einen Moment, und lassen Sie diese Seite offen.',
  'unknown.step2':
    'Versuchen Sie es dann noch einmal mit demselben Code. Wird er abgelehnt, hat ihn wahrscheinlich der erste Versuch verbraucht.',
  'unknown.check': 'Noch einmal nachsehen',
  'unknown.retry': 'Denselben Code noch einmal senden',

  'expired.heading': 'Diese Anmeldung hat zu lange gedauert',
  'expired.lead':
    'Zu Ihrer Sicherheit bleibt eine Anmeldung nur wenige Minuten offen. Beginnen Sie noch einmal mit Ihrem Passwort, und halten Sie Ihren Wiederherstellungscode bereit.',
  'expired.note':
    'Soweit wir wissen, wurde Ihr Wiederherstellungscode nicht verbraucht. Behalten Sie ihn.',
  'expired.noteUnknown':
    'Ihr Code kann durch den Versuch verbraucht sein, auf den keine Antwort kam.',
  'expired.action': 'Neu beginnen',
  'denied.heading': 'Sie konnten nicht angemeldet werden',
  'denied.lead':
    'Diese Anmeldung wurde abgelehnt, nachdem Ihr Code geprüft war. Der Code kann also verbraucht sein. Bitten Sie uns um Hilfe.',
  'notSignedIn.heading': 'Beginnen Sie die Anmeldung neu',
  'notSignedIn.lead':
    'Der eingegebene Code ist verbraucht, und die Anmeldung wurde nicht fertig. Beginnen Sie noch einmal mit Ihrem Passwort.',
  'notSignedIn.newCode':
    'Wenn Sie nach einem Wiederherstellungscode gefragt werden, nehmen Sie den neuen, den Sie gerade aufbewahrt haben.',
  'notSignedIn.noCode':
    'Mit der Antwort kam kein neuer Code. Melden Sie sich auf andere Weise an, oder bitten Sie uns um Hilfe.',

  'unavailable.heading': 'Für dieses Konto gelten keine Wiederherstellungs\u00adcodes',
  'unavailable.noCode': 'Für dieses Konto wurde nie ein Wiederherstellungscode erstellt.',
  'unavailable.duo':
    'Dieses Konto bestätigt Anmeldungen mit Duo, und dazu gibt es keine Wiederherstellungscodes.',
  'unavailable.googleAuthenticator':
    'Dieses Konto nutzt eine ältere Art von Code-App. Dafür wurde nie ein Wiederherstellungscode erstellt.',
  'unavailable.disabled':
    'Diese Seite verwendet zurzeit keine Wiederherstellungscodes, daher kann hier kein Code geprüft werden.',
  'unavailable.disabled.site':
    '{site} verwendet zurzeit keine Wiederherstellungscodes, daher kann hier kein Code geprüft werden.',
  'unavailable.misconfigured':
    'Auf unserer Seite ist etwas nicht richtig eingerichtet. Es liegt nicht an Ihnen.',
  'misconfigured.heading': 'Wir können Ihren Code gerade nicht prüfen',
  'misconfigured.notSent':
    'Es wurde nichts gesendet. Dieser Versuch hat Ihren Code also nicht verbraucht.',
  'unavailable.next': 'Melden Sie sich auf andere Weise an, oder bitten Sie uns um Hilfe.',

  'another.heading': 'Noch ein Schritt',
  'another.lead':
    'Dieses Konto verlangt nach dem Wiederherstellungscode noch einen Nachweis, dass Sie es sind.',
  'another.keep':
    'Behalten Sie Ihren Wiederherstellungscode, bis Sie angemeldet sind. Wird er verbraucht, erhalten Sie einen neuen.',
  'another.action': 'Zum nächsten Schritt',

  'completing.heading': 'Sie werden angemeldet',
  'completing.lead': 'Das dauert einen Moment.',
  'completeFailed.heading': 'Der letzte Schritt ist nicht gelungen',
  'completeFailed.lead':
    'Es ist nichts verbraucht, und Sie können diesen Schritt beliebig oft wiederholen.',
  'completeFailed.action': 'Noch einmal versuchen',

  'complete.heading': 'Sie sind angemeldet',
  'complete.lead': 'Wenn Sie wieder einen Wiederherstellungscode brauchen, nehmen Sie den neuen.',
  'complete.noNewCode': 'Dieses Mal wurde kein neuer Wiederherstellungscode erstellt.',
  'complete.noNewCodeText':
    'Suchen Sie vor dem Abmelden in Ihren Sicherheitseinstellungen nach einem Code für das nächste Mal.',
  'complete.action': 'Weiter',

  'interrupted.heading': 'Die Seite wurde geschlossen, bevor Sie den Code aufbewahrt haben',
  'interrupted.lead':
    'Ihr alter Code ist verbraucht, und der neue kann nicht noch einmal angezeigt werden. So kommen Sie wieder hinein:',
  'interrupted.step1':
    'Wenn Sie den neuen Code kopiert, gespeichert oder gedruckt haben, gilt diese Kopie.',
  'interrupted.step2':
    'Wenn Sie sich wieder wie gewohnt anmelden können, tun Sie das, und erstellen Sie in Ihren Einstellungen einen neuen Wiederherstellungscode.',
  'interrupted.step3': 'Wenn beides nicht geht, bitten Sie uns um Hilfe.',
  'interrupted.action': 'Neu beginnen',
  'held.action': 'Denselben Code eingeben',
  'interrupted.signedIn.lead':
    'Sie sind angemeldet. Ihr alter Code ist verbraucht, und der neue kann kein zweites Mal gezeigt werden.',
  'interrupted.signedIn.step2':
    'Wenn nicht, erstellen Sie in Ihren Sicherheits­einstellungen einen neuen Code, bevor Sie sich abmelden.',
} as const

/** Every text in German. */
export const germanLabels: Labels = texts satisfies CheckedLabels<typeof texts>
