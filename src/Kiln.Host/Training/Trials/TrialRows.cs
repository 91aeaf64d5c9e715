using Kiln.Contracts.Models;
using Kiln.Host.Boosters;
using Kiln.Host.Examples;
using Kiln.Host.Training.Encodings;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Training.Trials;

/// <summary>
/// The training rows of a search, in folds: put into bins once, for all trials. Held-out rows have no part in it. Where time divides the
/// rows, a fold is judged by what was learned from earlier ones.
/// </summary>
sealed class TrialRows : IDisposable
{
    /// <summary>Of more rows two folds judge well enough, and five would take too long.</summary>
    const int ManyRows = 50_000;

    /// <summary>Where time divides the rows, the folds that have enough before them.</summary>
    const int LaterFolds = 3;

    readonly List<TrialFold> _folds = [];

    public TrialRows(MLContext ml, ModelDefinition model, ModelRows rows, int[] training, int threads)
    {
        var shape = rows.Examples.Shape;
        var scores = SparseScores.Fit(ml, rows, training);
        var features = DefaultPipeline.LightGbmFeatures(ml, rows, training, scores);
        // With more rows in a leaf LightGBM would leave out features that other trials can split by.
        var settings = DefaultPipeline.Settings(rows, training) with { LeafRows = 1 };
        var used = DefaultPipeline.UsefulThreads(threads, training.Length, rows.Examples);
        AtOnce = Math.Max(1, threads / used);
        var trainer = (IBoosterTrainer)DefaultPipeline.LightGbm(ml, model, rows.Examples, features, used, settings);
        var blocks = training.Zip(Folds.Blocks(rows.Table, shape, training)).ToDictionary();
        var judging = shape.Split == SplitKind.Time ? LaterFolds : training.Length > ManyRows ? 2 : Folds.Count;
        foreach (var (learned, judged) in Folds.Passes(rows, training).Reverse().Take(judging))
            _folds.Add(new(trainer.Load(features.Of(learned), features.Of(judged)), Judges.Of(rows, judged),
                [.. judged.Select(row => blocks[row])]));
        Features = ((VectorDataViewType)features.Of(training[..1]).Schema[ExampleView.Features].Type).Size;
    }

    public IReadOnlyList<TrialFold> All => _folds;

    /// <summary>That the trees split by.</summary>
    public int Features { get; }

    /// <summary>How many boosters may grow side by side: several of few rows, one of many, which uses all cores.</summary>
    public int AtOnce { get; }

    public void Dispose() => _folds.ForEach(fold => fold.Dispose());
}
