using Kiln.Contracts.Gates;
using Kiln.Contracts.Models;

namespace Kiln.Generators.Declarations;

/// <summary>A <c>[Gate]</c> as written, a bound that is NaN included, and where it stands.</summary>
sealed record GateDeclaration(Gate Gate, SourceLocation Location)
{
    public ModelGate ToDefinition(string projectDirectory) => new(Gate, Location.RelativeTo(projectDirectory));
}
