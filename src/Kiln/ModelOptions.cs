using Kiln.Monitoring;
using Kiln.Validation;

namespace Kiln;

/// <summary>How a model is loaded.</summary>
public sealed record ModelOptions
{
    /// <summary>The directory that holds the model's files; <c>models/</c> beside the application where nothing is said.</summary>
    public string Directory { get; init; } = Path.Combine(AppContext.BaseDirectory, "models");

    /// <summary>What the model does with inputs that its contract does not allow; nothing where nothing is said.</summary>
    public OnViolation OnViolation { get; init; }

    /// <summary>How it counts the rows that it predicts; nothing is counted where it is null.</summary>
    public MonitorOptions? Monitor { get; init; }
}
