#pragma once

/// The standard library's headers that most files use, compiled once for each library: two thirds of a short file's compile time. Files
/// include what they use all the same; the check of public headers and the consumer in tests/install compile without this.

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>
