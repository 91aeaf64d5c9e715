using Kiln.Contracts.Models;

namespace Kiln.Generators.Declarations;

/// <summary>A <c>[Gate]</c> as written.</summary>
/// <param name="Metric">The name of a <c>Kiln.Metric</c>; the number for a value that has none.</param>
/// <param name="AtLeast">Null where it was not said, or is no number.</param>
/// <param name="AtMost">Null where it was not said, or is no number.</param>
/// <param name="NoWorseBy">As written, NaN included; null where it was not said.</param>
sealed record GateDeclaration(string Metric, double? AtLeast, double? AtMost, double? NoWorseBy, string? Because, SourceLocation Location)
{
    public GateDefinition ToDefinition(string projectDirectory) =>
        new(Metric, AtLeast, AtMost, Because, Location.RelativeTo(projectDirectory), NoWorseBy);
}
