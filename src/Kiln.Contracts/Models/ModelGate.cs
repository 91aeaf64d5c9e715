using Kiln.Contracts.Gates;

namespace Kiln.Contracts.Models;

/// <summary>A <c>[Gate]</c> of a model and where it stands. At least one of the bounds is there, or the analyzer has said so.</summary>
public sealed record ModelGate(Gate Gate, Location Location);
