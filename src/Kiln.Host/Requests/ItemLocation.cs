using System.Xml;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Requests;

/// <summary>Finds the element of an item in its project file: MSBuild does not hand on where an item was written.</summary>
static class ItemLocation
{
    /// <param name="project">The project file.</param>
    /// <param name="include">The item as written.</param>
    /// <param name="occurrence">How many elements with the same Include stand before the one meant.</param>
    /// <returns>Line and column from 1; the first of both when the element is not found.</returns>
    public static (int Line, int Column) Find(string project, string include, int occurrence = 0, string element = "Dataset")
    {
        var all = new List<(string Include, int Line, int Column)>();
        try
        {
            using var reader = XmlReader.Create(project, new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            var place = (IXmlLineInfo)reader;
            while (reader.Read())
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName.Equals(element, StringComparison.OrdinalIgnoreCase)
                    && reader.GetAttribute("Include") is { } text)
                    all.Add((text, place.LineNumber, Math.Max(1, place.LinePosition - 1)));
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
        {
            // The item was made by something that is no project file; its first line is the best there is.
            return (1, 1);
        }
        // An Include with properties or several paths is not spelled as the item is; a single element can only be the one.
        var found = all.Where(found => Same(found.Include, include)).Skip(occurrence).Take(1).ToList();
        if (found.Count == 0)
            found = [.. all.Where(found => found.Include.Split(';').Any(part => Same(part, include))).Take(1)];
        if (found.Count == 0 && all.Count == 1)
            found = all;
        return found.Count == 0 ? (1, 1) : (found[0].Line, found[0].Column);
    }

    /// <summary>An error that is about the item, and not about a file it names.</summary>
    public static Diagnostic Say(Dataset dataset, string id, string message)
    {
        var (line, column) = Find(dataset.DefinedIn, dataset.Include);
        return new(dataset.DefinedIn, line, column, id, message);
    }

    /// <inheritdoc cref="Say(Dataset, string, string)"/>
    public static Diagnostic Say(ForeignModel model, string id, string message)
    {
        var (line, column) = Find(model.DefinedIn, model.Include, element: "Model");
        return new(model.DefinedIn, line, column, id, message);
    }

    static bool Same(string written, string include) => Normal(written) == Normal(include);

    static string Normal(string path) => path.Trim().Replace('\\', '/');
}
