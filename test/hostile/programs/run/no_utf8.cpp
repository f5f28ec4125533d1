// Prints bytes that are no text, and escapes that move a cursor.
void attack() {
  for (int i = 0; i < 256; ++i) putchar(i);
  printf("\33[2J\33]0;title\7\xed\xa0\x80\xf5\xff");
}
