// Accepted: exchanges the children of every node. O(n) time.
function invertTree(root: TreeNode | null): TreeNode | null {
  const open: (TreeNode | null)[] = [root];
  while (open.length > 0) {
    const node = open.pop();
    if (!node) continue;
    [node.left, node.right] = [node.right, node.left];
    open.push(node.left, node.right);
  }
  return root;
}
