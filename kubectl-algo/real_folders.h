#pragma once

#include "world.h"

namespace algo {

class RealFolders final : public Folders {
 public:
  [[nodiscard]] std::vector<std::string> in(const std::string& path) const override;
  [[nodiscard]] std::unique_ptr<TemporaryFolder> make_private() override;
  [[nodiscard]] std::unique_ptr<TemporaryFolder> make_beside(const std::string& path) override;
  [[nodiscard]] bool move(const std::string& made, const std::string& path) override;
  [[nodiscard]] bool exchange(const std::string& made, const std::string& path) override;
};

}  // namespace algo
