using Kiln.Contracts.Models;
using Kiln.Contracts.Releases;
using Kiln.Host.Diagnostics;
using Kiln.Host.Models;
using Kiln.Host.Reports.Figures;

namespace Kiln.Host.Reports;

/// <summary>What became of one model in a run, as far as it came.</summary>
sealed class ModelOutcome(ModelDefinition definition)
{
    public ModelDefinition Definition { get; } = definition;

    /// <summary>Null where its dataset, contract or lock cannot be read.</summary>
    public ModelPlan? Plan { get; set; }

    /// <summary>What is due since the last release, by what was known when the run came to its end; null where it came to nothing.</summary>
    public VersionVerdict? Version { get; set; }

    /// <summary>Null where nothing was trained.</summary>
    public ModelReport? Report { get; set; }

    /// <summary>What is to be said of its gates and expectations; empty where nothing is, or nothing was trained.</summary>
    public IReadOnlyList<Diagnostic> Verdicts { get; set; } = [];

    /// <summary>What went wrong with it; of a model without a plan all that did while plans were made.</summary>
    public IReadOnlyList<Diagnostic> Errors { get; set; } = [];

    /// <summary>What the report's charts are drawn from; null where they cannot be had.</summary>
    public ModelFigures? Figures { get; set; }

    /// <summary>Full paths of the files that ship; empty where nothing was published.</summary>
    public IReadOnlyList<string> Files { get; set; } = [];

    /// <summary>The release that ships in place of what the project is at; null for that itself.</summary>
    public string? Shipped { get; set; }

    /// <summary><c>passed</c>, <c>gateMissed</c>, <c>expectationMissed</c> or <c>failed</c>.</summary>
    public string Verdict => Files.Count > 0 ? "passed" : Report?.Missed ?? "failed";
}
