// Does not catch std::bad_alloc.
void attack() {
  char* kept[2000];
  for (char*& one : kept) one = new char[1 << 20];
  write(1, kept[7], 1);
}
