using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Flow;

/// <summary>The operation that made a value, and the body it stands in.</summary>
readonly record struct Origin(IOperation Operation, BodyFlow Body);
