#pragma once

#include <string_view>

// The files of templates/, embedded by the build: driver.go.in is kDriverGo.
namespace algo::language::templates {

extern const std::string_view kDriverGo;
extern const std::string_view kCallsGo;
extern const std::string_view kSignatureGo;
extern const std::string_view kTypesGo;
extern const std::string_view kStubGo;
extern const std::string_view kDriverH;
extern const std::string_view kDriverValuesH;
extern const std::string_view kDriverCpp;
extern const std::string_view kStubCpp;
extern const std::string_view kDriverValuesPy;
extern const std::string_view kDriverPy;
extern const std::string_view kCheckPy;
extern const std::string_view kStubPy;

}  // namespace algo::language::templates
