using Kiln.Contracts.Tunings;

namespace Kiln.Host.Training.Trials;

/// <summary>
/// Settings that were best on many datasets, to begin with: they are often better than as many trials of a search (McElfresh et al., 2023;
/// Holzmüller et al., arXiv 2407.04491). Small trees with much regularisation first, which help most where rows are few.
/// </summary>
static class Portfolio
{
    public static IReadOnlyList<TunedSettings> Settings { get; } =
    [
        new(4, 0.05, 5, 0.8, 0.7, 1, RandomSplits: false),
        new(15, 0.05, 5, 0.8, 0.5, 10, RandomSplits: false),
        new(31, 0.05, 5, 0.8, 0.7, 1, RandomSplits: true),
        // The medians of AutoGluon's portfolio of December 2025.
        new(32, 0.02, 8, 0.88, 0.62, 0.88, RandomSplits: false),
        // The tuned defaults of pytabkit, of classes and of numbers.
        new(50, 0.04, 40, 0.75, 1, 0.01, RandomSplits: false),
        new(100, 0.05, 3, 0.7, 1, 0.01, RandomSplits: false),
        new(7, 0.1, 10, 0.9, 0.4, 3, RandomSplits: false),
        // AutoGluon's "large".
        new(127, 0.03, 3, 1, 0.9, 0.01, RandomSplits: false),
        new(15, 0.03, 20, 0.6, 0.4, 1, RandomSplits: true),
    ];
}
