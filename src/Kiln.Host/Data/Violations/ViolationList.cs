using System.Globalization;
using System.Text;
using Kiln.Host.Data.Sources;
using Kiln.Host.Files;

namespace Kiln.Host.Data.Violations;

/// <summary>The file with what breaks a dataset's contract, for who has more to correct than a build's output holds. It lies below <c>obj</c>, so nobody commits it.</summary>
/// <param name="project">The project's directory.</param>
/// <param name="output">The folder of the build's files.</param>
/// <param name="temporary">The folder in which it is written first.</param>
sealed class ViolationList(string project, string output, string temporary)
{
    /// <summary>Takes away what an earlier build wrote.</summary>
    public void Delete(string dataset)
    {
        if (File.Exists(Locate(dataset)))
            File.Delete(Locate(dataset));
    }

    /// <returns>Its path, relative to the project.</returns>
    public string Write(string dataset, IReadOnlyList<BrokenRule> rules, IReadOnlyList<FieldPlace> places)
    {
        var text = new StringBuilder("file,line,column,row,name,rule,value\n");
        var place = 0;
        foreach (var rule in rules)
            foreach (var violation in rule.Kept)
            {
                var (file, line, column, row) = places[place++];
                Append(text, MakeRelative(file)).Append(',').Append(CultureInfo.InvariantCulture, $"{line},{column}").Append(',');
                Append(text, row).Append(',');
                Append(text, rule.Column.Name).Append(',');
                Append(text, rule.Rule).Append(',');
                Append(text, violation.Value).Append('\n');
            }
        AtomicFile.WriteIfChanged(Locate(dataset), text.ToString(), temporary);
        return MakeRelative(Locate(dataset));
    }

    string Locate(string dataset) => Path.Combine(output, "violations", dataset + ".csv");

    string MakeRelative(string path) => Path.GetRelativePath(project, path).Replace('\\', '/');

    static StringBuilder Append(StringBuilder text, string field) =>
        field.AsSpan().IndexOfAny("\",\r\n") < 0 ? text.Append(field) : text.Append('"').Append(field.Replace("\"", "\"\"")).Append('"');
}
