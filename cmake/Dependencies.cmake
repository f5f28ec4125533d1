# Third-party libraries, all from Debian 12 packages (see packages.txt). Nothing is downloaded.
find_package(PkgConfig REQUIRED)
if(ALGO_STATIC)
  set(CMAKE_FIND_LIBRARY_SUFFIXES .a)
  set(OPENSSL_USE_STATIC_LIBS TRUE)
endif()
find_package(OpenSSL 3 REQUIRED)
find_package(ZLIB REQUIRED)
# 7.77 brought CURLOPT_CAINFO_BLOB. Debian's archive wants Kerberos, which is no archive: a static
# program takes the one that scripts/static-curl builds.
if(ALGO_STATIC)
  set(ALGO_CURL ${CMAKE_SOURCE_DIR}/build/third-party/curl CACHE PATH "scripts/static-curl's folder")
  find_library(ALGO_CURL_STATIC NAMES curl PATHS ${ALGO_CURL}/lib NO_DEFAULT_PATH)
  if(NOT ALGO_CURL_STATIC)
    message(FATAL_ERROR "ALGO_STATIC needs a static libcurl: scripts/static-curl ${ALGO_CURL}")
  endif()
  find_library(ALGO_NGHTTP2_STATIC NAMES nghttp2 REQUIRED)
  find_library(ALGO_CARES_STATIC NAMES cares REQUIRED)
  add_library(CURL::libcurl STATIC IMPORTED)
  set_target_properties(CURL::libcurl PROPERTIES
    IMPORTED_LOCATION ${ALGO_CURL_STATIC}
    INTERFACE_INCLUDE_DIRECTORIES ${ALGO_CURL}/include
    INTERFACE_COMPILE_DEFINITIONS CURL_STATICLIB
    INTERFACE_LINK_LIBRARIES
      "${ALGO_NGHTTP2_STATIC};${ALGO_CARES_STATIC};OpenSSL::SSL;OpenSSL::Crypto;ZLIB::ZLIB")
else()
  find_package(CURL 7.77 REQUIRED)
endif()
find_package(cxxopts 3 REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(doctest 2.4 REQUIRED)
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
