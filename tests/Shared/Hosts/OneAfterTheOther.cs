// The host trains one model after the other, and so must this process: LightGBM has one thread count for all of it, and a training whose count is
// changed by another one, between making a dataset and filling it, writes where it has no memory (SparseBin::Push). Tests that measure what the
// process allocates need it too.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
