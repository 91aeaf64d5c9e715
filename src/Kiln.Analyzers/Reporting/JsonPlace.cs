using Kiln.Contracts.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Kiln.Analyzers.Reporting;

/// <summary>Where a JSON file stops making sense.</summary>
static class JsonPlace
{
    public static Location Find(string path, SourceText text, JsonFormatException error)
    {
        var place = new LinePosition(error.Line - 1, error.Column - 1);
        var lines = text.Lines;
        var start = error.Line <= lines.Count ? Math.Min(lines[error.Line - 1].Start + error.Column - 1, text.Length) : text.Length;
        return Location.Create(path, new(start, 0), new(place, place));
    }
}
