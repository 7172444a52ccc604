#pragma once

#include <cstddef>
#include <functional>

namespace kwalign::tools {

/// Runs `work(i)` for i = 0..count-1 on `jobs` threads (0: one per core) and calls `deliver(i)` on the calling thread, strictly in
/// order, each after its work is done. Work runs at most a small window ahead of delivery, so results waiting for their turn
/// stay few whatever the count. An exception of `work(i)` is rethrown in place of deliver(i); one of `deliver` ends the run.
/// Either way every thread has ended when this returns or throws.
void for_each_in_order(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work,
                       const std::function<void(std::size_t)>& deliver);

}  // namespace kwalign::tools
