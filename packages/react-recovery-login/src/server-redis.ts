export {
  redisAnswers,
  type IoRedisClient,
  type NodeRedisClient,
  type RedisAnswersOptions,
} from './server/redis-answers.ts'
