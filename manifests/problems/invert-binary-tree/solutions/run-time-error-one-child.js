// Run-time error: a node with one child has a null for the other one.
const invertTree = (root) => {
  if (root.left === null && root.right === null) return root;
  [root.left, root.right] = [invertTree(root.right), invertTree(root.left)];
  return root;
};
