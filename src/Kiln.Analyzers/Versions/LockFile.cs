using Microsoft.CodeAnalysis.Text;

namespace Kiln.Analyzers.Versions;

/// <summary>A lock as it lies beside its model.</summary>
sealed record LockFile(string Path, SourceText Text, LockReading Reading);
