#pragma once

#include "language/syntax.h"

namespace algo::language::c {

// The conventions of C on practice sites. An array is a pointer and its length: `int* nums, int
// numsSize`; an array of arrays has the lengths of its rows, too: `int** grid, int gridSize, int*
// gridColSize`. Beyond that, `int*** cube, int cubeSize, int* cubeColSize, int** cubeColColSize`.
// An answer that is one gets places for its lengths: `int* returnSize, int** returnColumnSizes`.
// A class LRUCache is a type and functions: lRUCacheCreate, lRUCacheGet, …, lRUCacheFree.
[[nodiscard]] const Syntax& syntax();

}  // namespace algo::language::c
