using Kiln.Contracts.Data;
using Kiln.Contracts.Json;
using Kiln.Host.Interchange.Places;
using Kiln.Host.Interchange.Trees;

namespace Kiln.Host.Interchange;

/// <summary>
/// Makes a file of the standard say what a contract says. Only what says something else is changed: other people's part of the file, and their
/// way to say the same, stay.
/// </summary>
static class ContractExport
{
    static readonly string[] Elsewhere = ["columns", "dataset"];

    /// <summary>A file with what the standard requires; the rest of it is for people.</summary>
    public static YamlNode New(string dataset)
    {
        var root = new YamlNode(YamlKind.Mapping);
        root.Set("apiVersion", YamlJson.String(StandardFile.Version));
        root.Set("kind", YamlJson.String("DataContract"));
        root.Set("id", YamlJson.String(dataset));
        root.Set("name", YamlJson.String(dataset));
        root.Set("version", YamlJson.String("1.0.0"));
        root.Set("status", YamlJson.String("active"));
        return root;
    }

    /// <param name="contract">The contract, as Kiln writes it: without defaults.</param>
    /// <param name="schemaObject">The part of the file that is the dataset's.</param>
    /// <param name="dataset">The dataset's name.</param>
    /// <param name="version">The file's version of the standard, whose words are used: what it has none for is a custom property.</param>
    public static void Write(JsonValue contract, YamlNode schemaObject, string dataset, string version)
    {
        var hasMetrics = version == StandardFile.Version;
        var columns = contract.Required("columns").AsArray();
        var properties = PropertyList.Arrange(schemaObject, columns);
        // A key makes its columns required, so it comes before them.
        Write(schemaObject, contract, Members.OfContract, hasMetrics);
        for (var i = 0; i < columns.Count; i++)
            WriteColumn(properties[i], columns[i], hasMetrics);
        var read = Reading.Read(new(schemaObject.ToJson()), Members.OfContract);
        read.Set("format", Json.Number(DataContract.Format, contract));
        var rest = Json.Object(contract);
        rest.Members.AddRange(contract.Members.Where(member => !Elsewhere.Contains(member.Key)));
        if (contract.Required("dataset").Text != dataset)
            rest.Set("dataset", contract.Required("dataset"));
        CustomProperties.Write(schemaObject, Reading.Rest(read, rest));
    }

    static void WriteColumn(YamlNode property, JsonValue column, bool hasMetrics)
    {
        var before = property.Find("logicalType")?.Text;
        Write(property, column, Members.OfColumn, hasMetrics);
        // The version that brought metrics also brought timestamps; before, dates had times of day.
        if (!hasMetrics && property.Find("logicalType")?.Text is "timestamp" and var now && now != before)
            property.Set("logicalType", YamlJson.String("date"));
        var read = Reading.Read(new(property.ToJson()), Members.OfColumn);
        read.Set("name", column.Required("name"));
        CustomProperties.Write(property, Reading.Rest(read, column));
    }

    static void Write(YamlNode element, JsonValue owner, IReadOnlyList<IPlace> places, bool hasMetrics)
    {
        foreach (var place in places)
        {
            var (value, there) = (owner.Optional(place.Member), place.Read(new(element.ToJson())));
            // Where a file says it by a metric nevertheless, that metric is the one to change.
            if (!Json.AreSame(there, value) && (hasMetrics || !place.IsMetric || there is not null))
                place.Write(element, value, owner);
        }
    }
}
