using System.Xml;

namespace Kiln.Tasks;

/// <summary>Finds a setting in a project file: MSBuild does not hand on where a property was written.</summary>
static class SettingPlace
{
    /// <returns>Line and column from 1 of the last element, or attribute, of that name and value; null where there is none.</returns>
    public static (int Line, int Column)? Find(string project, string name, string value)
    {
        (int, int)? found = null;
        try
        {
            using var reader = XmlReader.Create(project, new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            var place = (IXmlLineInfo)reader;
            (int, int) element = default;
            var isMeant = false;
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    (element, isMeant) = ((place.LineNumber, place.LinePosition - 1), Is(reader.LocalName, name));
                    for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
                        if (Is(reader.LocalName, name) && Is(reader.Value.Trim(), value))
                            found = (place.LineNumber, place.LinePosition);
                }
                else if (isMeant && reader.NodeType == XmlNodeType.Text && Is(reader.Value.Trim(), value))
                    found = element;
            }
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
        {
            // Not a swallowed failure: MSBuild has read the file and would have said so; without it the error has no line, and is told all the same.
        }
        return found;
    }

    /// <summary>MSBuild's names do not tell cases apart.</summary>
    static bool Is(string written, string meant) => written.Equals(meant.Trim(), StringComparison.OrdinalIgnoreCase);
}
