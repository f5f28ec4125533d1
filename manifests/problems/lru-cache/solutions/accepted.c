// Accepted: the keys are few, so that each has a place of its own; the places in use form a ring,
// the most recently used first. O(1) per call.
#define KEYS 10001
#define RING KEYS

typedef struct {
  int capacity;
  int count;
  int value[KEYS];
  bool present[KEYS];
  int before[KEYS + 1];
  int after[KEYS + 1];
} LRUCache;

static void leave(LRUCache* cache, int key) {
  cache->after[cache->before[key]] = cache->after[key];
  cache->before[cache->after[key]] = cache->before[key];
}

static void enter(LRUCache* cache, int key) {
  const int first = cache->after[RING];
  cache->after[RING] = key;
  cache->before[key] = RING;
  cache->after[key] = first;
  cache->before[first] = key;
}

LRUCache* lRUCacheCreate(int capacity) {
  LRUCache* cache = calloc(1, sizeof(LRUCache));
  cache->capacity = capacity;
  cache->before[RING] = cache->after[RING] = RING;
  return cache;
}

int lRUCacheGet(LRUCache* cache, int key) {
  if (!cache->present[key]) return -1;
  leave(cache, key);
  enter(cache, key);
  return cache->value[key];
}

void lRUCachePut(LRUCache* cache, int key, int value) {
  cache->value[key] = value;
  if (cache->present[key]) {
    leave(cache, key);
  } else if (cache->count++ == cache->capacity) {
    const int oldest = cache->before[RING];
    leave(cache, oldest);
    cache->present[oldest] = false;
    cache->count--;
  }
  cache->present[key] = true;
  enter(cache, key);
}

void lRUCacheFree(LRUCache* cache) {
  free(cache);
}
