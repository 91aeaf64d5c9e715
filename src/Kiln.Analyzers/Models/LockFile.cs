using Microsoft.CodeAnalysis.Text;

namespace Kiln.Analyzers.Models;

/// <summary>A lock as it lies beside its model.</summary>
sealed record LockFile(string Path, SourceText Text, LockReading Reading);
