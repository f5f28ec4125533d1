// Accepted: exchanges the children of every node. O(n) time.
var invertTree = function (root) {
  const open = [root];
  while (open.length > 0) {
    const node = open.pop();
    if (node === null) continue;
    [node.left, node.right] = [node.right, node.left];
    open.push(node.left, node.right);
  }
  return root;
};
