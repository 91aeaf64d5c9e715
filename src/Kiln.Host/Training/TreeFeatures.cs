using Kiln.Contracts.Models;
using Kiln.Host.Examples;
using Kiln.Host.Training.Encodings;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Training;

/// <summary>What trees split by.</summary>
sealed class TreeFeatures
{
    readonly ExampleSet _examples;
    readonly SparseScores? _scores;

    /// <param name="inputs">What the features are made of.</param>
    /// <param name="features">The steps to the features' column, where the texts' scores come last.</param>
    public TreeFeatures(ModelRows rows, int[] training, SparseScores? scores, IReadOnlyList<ModelInput> inputs, IEstimator<ITransformer> features)
    {
        (_examples, _scores, Inputs) = (rows.Examples, scores, inputs);
        var view = new ExampleView(rows.Examples, training);
        Steps = scores is null
            ? new TransformerChain<ITransformer>(features.Fit(view))
            : new TransformerChain<ITransformer>(scores.Steps, features.Fit(scores.Steps.Transform(view)));
    }

    /// <summary>In the features' order, but for free texts.</summary>
    public IReadOnlyList<ModelInput> Inputs { get; }

    /// <summary>From inputs to features, for whoever predicts.</summary>
    public TransformerChain<ITransformer> Steps { get; }

    /// <summary>Whether the rows have a weight.</summary>
    public bool AreWeighted => _examples.Weights is not null;

    /// <summary>Features of training rows, for whoever learns or judges.</summary>
    public IDataView Of(int[] rows)
    {
        var features = Steps.Transform(new ExampleView(_examples, rows));
        // Rows that the scores were not learnt from need no others.
        return _scores is null ? features : new TrainingFeatures(features, [.. rows.Select(row => _scores.OutOfFold.GetValueOrDefault(row, []))]);
    }
}
