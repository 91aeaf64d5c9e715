using Kiln.Contracts.Expectations;

namespace Kiln.Contracts.Models;

/// <summary>A <c>[Model]</c> class as written. What is null was not said and is resolved against the contract.</summary>
public sealed class ModelDefinition
{
    /// <summary>The class's name, which names its lock.</summary>
    public required string Name { get; init; }

    /// <summary>The class's full name as reflection spells it: <c>Namespace.Outer+Model</c>. It names its artifacts (<see cref="ModelFileName"/>).</summary>
    public required string Type { get; init; }

    public required string Dataset { get; init; }

    public string? Label { get; init; }

    public string? Version { get; init; }

    /// <summary>Where the version stands as a plain string literal, its opening quote first; null where it is a constant, or written in another way.</summary>
    public Location? VersionLiteral { get; init; }

    public TaskKind? Task { get; init; }

    /// <summary>The label's value that counts as yes.</summary>
    public string? Positive { get; init; }

    /// <summary>From which probability on the positive class is predicted.</summary>
    public double? Threshold { get; init; }

    /// <summary>The name of the <c>Kiln.Metric</c> that training chooses the threshold for.</summary>
    public string? ThresholdFor { get; init; }

    /// <summary>How many false positives cost as much as one false negative, from which the threshold follows.</summary>
    public double? FalseNegativeCost { get; init; }

    /// <summary>The share of values that is to lie within the interval of a prediction.</summary>
    public double? Interval { get; init; }

    /// <summary>The share of rows that are expected to be anomalies.</summary>
    public double? AnomalyShare { get; init; }

    /// <summary>How many clusters the rows are put into.</summary>
    public int? Clusters { get; init; }

    public IReadOnlyList<string>? Features { get; init; }

    public IReadOnlyList<string> Ignore { get; init; } = [];

    public SplitKind? Split { get; init; }

    public string? Group { get; init; }

    public string? Time { get; init; }

    public string? Weight { get; init; }

    /// <summary>The name of a <c>Kiln.Trainer</c>.</summary>
    public string Trainer { get; init; } = "LightGbm";

    public int Seed { get; init; } = 1;

    /// <summary>What a search for better settings may take (<see cref="Tunings.TuneBudget"/>); null for no search. No part of what is trained.</summary>
    public string? Tune { get; init; }

    public IReadOnlyList<ModelGate> Gates { get; init; } = [];

    public IReadOnlyList<ModelExpectation> Expectations { get; init; } = [];

    /// <summary>
    /// The columns that LightGBM is told which way the score goes with. The other trainers cannot be told, and a pipeline of the model's own is as it
    /// was written.
    /// </summary>
    public IReadOnlyDictionary<string, Direction> MonotoneConstraints => Pipeline is not null || Trainer != "LightGbm" ? new Dictionary<string, Direction>()
        : Expectations.Select(declared => declared.Expectation).Where(expectation => expectation.IsKeptByConstruction)
            .GroupBy(expectation => expectation.Column).ToDictionary(column => column.Key, column => column.First().Monotone!.Value);

    /// <summary>The pipeline the class brings; null for the default one.</summary>
    public PipelineDefinition? Pipeline { get; init; }

    /// <summary>Where the <c>[Model]</c> attribute stands.</summary>
    public required Location Location { get; init; }
}
