using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Pipelines.Columns;

/// <summary>A column's name as an estimator is given it.</summary>
/// <param name="Text">Null where it cannot be known, or where there is none.</param>
/// <param name="Where">The expression, or the method's name where a default is meant.</param>
/// <param name="IsDefault">Whether nobody wrote it.</param>
/// <param name="IsSpelledHere">Whether the expression says the name itself, and is not told it by others.</param>
readonly record struct ColumnName(string? Text, SyntaxNode Where, bool IsDefault = false, bool IsSpelledHere = false);
