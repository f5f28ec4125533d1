#!/bin/sh
# make-runner.sh JUDGE VERSION PLATFORM RUNNER_YAML FACTS_HEADER
# Writes runner.yaml, the immutable ConfigMap that carries the static judge into a pod, and a C++
# header with what is known about it. Same judge, same bytes.
set -eu

judge=$1 version=$2 platform=$3 yaml=$4 header=$5

# A ConfigMap holds 1 MiB of values (core/v1 MaxSecretSize); keep some distance.
max_kib=1000
bytes=$(($(wc -c <"$judge")))
if [ "$bytes" -gt $((max_kib * 1024)) ]; then
  echo "make-runner.sh: $judge has $((bytes / 1024)) KiB, but a ConfigMap holds 1 MiB and we stop" \
    "at $max_kib KiB: make the judge smaller" >&2
  exit 1
fi

sha=$(sha256sum "$judge" | cut -d' ' -f1)
# binaryData on one line: the bundle's Dockerfile takes it out with sed.
cat >"$yaml.tmp" <<END
apiVersion: v1
kind: ConfigMap
metadata:
  name: algo-judge-$version-$(printf %.8s "$sha")
  labels:
    app.kubernetes.io/managed-by: kubectl-algo
    app.kubernetes.io/name: algo-judge
    app.kubernetes.io/version: "$version"
  annotations:
    algorithm/judge-platform: $platform
    algorithm/judge-sha256: "$sha"
immutable: true
binaryData:
  algo-judge: $(base64 <"$judge" | tr -d '\n')
END
mv "$yaml.tmp" "$yaml"

cat >"$header.tmp" <<END
#pragma once

#include <cstdint>
#include <string_view>

namespace algo::bundle::facts {

inline constexpr std::string_view kVersion = "$version";
inline constexpr std::string_view kPlatform = "$platform";
inline constexpr std::uint64_t kBytes = $bytes;
inline constexpr std::string_view kSha256 = "$sha";
inline constexpr std::string_view kYamlSha256 = "$(sha256sum "$yaml" | cut -d' ' -f1)";

}  // namespace algo::bundle::facts
END
mv "$header.tmp" "$header"
