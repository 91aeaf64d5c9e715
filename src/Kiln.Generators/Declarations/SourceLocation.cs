using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Location = Kiln.Contracts.Models.Location;

namespace Kiln.Generators.Declarations;

/// <summary>A place in a source file as the compiler knows it: its full path, line and column from 1.</summary>
sealed record SourceLocation(string Path, int Line, int Column)
{
    public static readonly SourceLocation None = new("", 0, 0);

    public static SourceLocation From(SyntaxReference? syntax) => syntax is null ? None : From(syntax.SyntaxTree, syntax.Span);

    public static SourceLocation From(SyntaxTree file, TextSpan place)
    {
        var span = file.GetMappedLineSpan(place);
        return new(span.Path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1);
    }

    /// <summary>The place below the project's directory, so that the same source gives the same assembly on every machine.</summary>
    public Location RelativeTo(string projectDirectory)
    {
        var (path, directory) = (Path.Replace('\\', '/'), projectDirectory.Replace('\\', '/'));
        // Only Windows has drives, and there case does not tell paths apart.
        var comparison = directory.Length > 1 && directory[1] == ':' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return new(directory.Length > 0 && path.StartsWith(directory, comparison) ? path.Substring(directory.Length) : path, Line, Column);
    }
}
