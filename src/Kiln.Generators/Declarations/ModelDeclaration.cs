using Kiln.Contracts.Models;
using Kiln.Generators.Caching;

namespace Kiln.Generators.Declarations;

/// <summary>A <c>[Model]</c> class as written: strings and numbers only, so that equal source gives an equal declaration.</summary>
sealed record ModelDeclaration
{
    public required string Name { get; init; }

    /// <summary>The full name as reflection spells it.</summary>
    public required string Type { get; init; }

    public required TypePath Path { get; init; }

    /// <summary>Whether generated code can complete the class.</summary>
    public required bool CanBeCompleted { get; init; }

    /// <summary>Whether every argument of <c>[Model]</c> made sense. Where not, one that is written would count as not written.</summary>
    public required bool CanBeRead { get; init; }

    /// <summary>Empty where it is null.</summary>
    public required string Dataset { get; init; }

    public string? Label { get; init; }

    public string? Version { get; init; }

    /// <summary>Where the version stands as a plain literal; null where it is something else.</summary>
    public SourceLocation? VersionLiteral { get; init; }

    public TaskKind? Task { get; init; }

    public string? Positive { get; init; }

    public double? Threshold { get; init; }

    /// <summary>The metric's name; the number of one that has none.</summary>
    public string? ThresholdFor { get; init; }

    public double? FalseNegativeCost { get; init; }

    public double? Interval { get; init; }

    public double? AnomalyShare { get; init; }

    public int? Clusters { get; init; }

    public EquatableArray<string>? Features { get; init; }

    public EquatableArray<string> Ignore { get; init; } = EquatableArray<string>.Empty;

    public SplitKind? Split { get; init; }

    public string? Group { get; init; }

    public string? Time { get; init; }

    public string? Weight { get; init; }

    public string Trainer { get; init; } = "LightGbm";

    public int Seed { get; init; } = 1;

    public string? Tune { get; init; }

    public EquatableArray<GateDeclaration> Gates { get; init; } = EquatableArray<GateDeclaration>.Empty;

    public EquatableArray<ExpectationDeclaration> Expectations { get; init; } = EquatableArray<ExpectationDeclaration>.Empty;

    /// <summary>The pipeline the class brings; null for the default one, and where only the class is asked for.</summary>
    public PipelineDeclaration? Pipeline { get; init; }

    public required SourceLocation Location { get; init; }

    /// <summary>Without what the types do not depend on: moved lines, gates, expectations, versions, trainer, search and pipeline leave them cached.</summary>
    public ModelDeclaration ForTypes() =>
        this with
        {
            Version = null, VersionLiteral = null, Trainer = "", Seed = 0, Tune = null, Gates = EquatableArray<GateDeclaration>.Empty,
            Expectations = EquatableArray<ExpectationDeclaration>.Empty, Pipeline = null, Location = SourceLocation.None,
        };

    public ModelDefinition ToDefinition(string projectDirectory) => new()
    {
        Name = Name,
        Type = Type,
        Dataset = Dataset,
        Label = Label,
        Version = Version,
        VersionLiteral = VersionLiteral?.RelativeTo(projectDirectory),
        Task = Task,
        Positive = Positive,
        Threshold = Threshold,
        ThresholdFor = ThresholdFor,
        FalseNegativeCost = FalseNegativeCost,
        Interval = Interval,
        AnomalyShare = AnomalyShare,
        Clusters = Clusters,
        Features = Features?.ToArray(),
        Ignore = [.. Ignore],
        Split = Split,
        Group = Group,
        Time = Time,
        Weight = Weight,
        Trainer = Trainer,
        Seed = Seed,
        Tune = Tune,
        Gates = [.. Gates.Select(gate => gate.ToDefinition(projectDirectory))],
        Expectations = [.. Expectations.Select(expectation => expectation.ToDefinition(projectDirectory))],
        Pipeline = Pipeline?.ToDefinition(projectDirectory),
        Location = Location.RelativeTo(projectDirectory),
    };
}
