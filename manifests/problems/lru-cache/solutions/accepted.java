import java.util.LinkedHashMap;
import java.util.Map;

class LRUCache {
  private final Map<Integer, Integer> entries;

  public LRUCache(int capacity) {
    // In the order of use; the eldest goes when one more has come.
    entries = new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<Integer, Integer> eldest) {
        return size() > capacity;
      }
    };
  }

  public int get(int key) {
    return entries.getOrDefault(key, -1);
  }

  public void put(int key, int value) {
    entries.put(key, value);
  }
}
