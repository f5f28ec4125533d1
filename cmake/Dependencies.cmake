# Third-party libraries, all from Debian 12 packages (see packages.txt). Nothing is downloaded.
find_package(PkgConfig REQUIRED)
find_package(CURL 7.77 REQUIRED)  # CURLOPT_CAINFO_BLOB
find_package(OpenSSL 3 REQUIRED)
if(ALGO_STATIC)
  set(CMAKE_FIND_LIBRARY_SUFFIXES .a)
endif()
find_package(cxxopts 3 REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(doctest 2.4 REQUIRED)
find_package(ZLIB REQUIRED)
find_package(Threads REQUIRED)
pkg_check_modules(nettle REQUIRED IMPORTED_TARGET nettle)
pkg_check_modules(seccomp REQUIRED IMPORTED_TARGET libseccomp)

# The static judge links the archives of the same packages.
find_library(ALGO_NETTLE_STATIC NAMES libnettle.a REQUIRED)
find_library(ALGO_ZLIB_STATIC NAMES libz.a REQUIRED)

# yaml-cpp 0.7 calls its target yaml-cpp, 0.8 yaml-cpp::yaml-cpp; Debian's knows the shared one only.
if(ALGO_STATIC)
  find_library(ALGO_YAML_CPP NAMES yaml-cpp REQUIRED)
  add_library(yaml-cpp::yaml-cpp STATIC IMPORTED)
  set_target_properties(yaml-cpp::yaml-cpp PROPERTIES IMPORTED_LOCATION ${ALGO_YAML_CPP})
elseif(NOT TARGET yaml-cpp::yaml-cpp)
  add_library(yaml-cpp::yaml-cpp ALIAS yaml-cpp)
endif()
