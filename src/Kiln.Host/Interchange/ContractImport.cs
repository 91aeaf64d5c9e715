using Kiln.Contracts.Data;
using Kiln.Contracts.Json;
using Kiln.Host.Data.Inference;
using Kiln.Host.Interchange.Places;
using Kiln.Host.Interchange.Trees;

namespace Kiln.Host.Interchange;

/// <summary>
/// Reads a contract from a file of the standard, each value at its place in the file. What the standard has words for is as the file says;
/// what it has none for is as a custom property says, or as the contract said before.
/// </summary>
/// <param name="dataset">The dataset's name.</param>
/// <param name="before">The contract as it is, or as it was inferred from the data; null for none.</param>
/// <param name="tell">Takes what a contract cannot say.</param>
sealed class ContractImport(string dataset, JsonValue? before, Action<JsonValue, string> tell)
{
    static readonly string[] OfAnyType = ["property", "role", "unit", "missing", "availability", "tolerance", "severity"];

    public JsonValue Read(JsonValue schemaObject)
    {
        var element = new Element(schemaObject);
        var contract = Reading.Read(element, Members.OfContract);
        var columns = element.Properties.Where(IsColumn).Select(ReadColumn).ToList();
        NameProperties(columns);
        contract.Set("columns", Json.Array(columns, schemaObject.Optional("properties") ?? schemaObject));
        Reading.Override(contract, CustomProperties.Read(schemaObject));
        Keep(contract, before, schemaObject, Members.OfContract);
        if (contract.Optional("dataset") is null)
            contract.Set("dataset", Json.String(dataset, schemaObject));
        if (contract.Optional("format") is null)
            contract.Set("format", Json.Number(DataContract.Format, schemaObject));
        KeptProfile.Trim(contract, before);
        foreach (var (at, what) in Unexpressed.Find(element).Concat(element.Properties.Where(property => property.IsColumn).SelectMany(Unexpressed.Find)))
            tell(at, what);
        return contract;
    }

    bool IsColumn(Element property)
    {
        if (property.IsColumn)
            return true;
        tell(property.Json, $"property '{property.Name}' is an {property.Text("logicalType")}, which no column of a table is, so the contract has no such column");
        return false;
    }

    JsonValue ReadColumn(Element property)
    {
        var column = Json.Object(property.Json);
        column.Set("name", Json.String(property.Name, property.Member("physicalName", JsonKind.String) ?? property.Json.Required("name")));
        column.Members.AddRange(Reading.Read(property, Members.OfColumn).Members);
        var type = column.Optional("type")?.Text ?? "text";
        column.Set("type", Json.String(type, column.Optional("type") ?? property.Json));
        // Ours is the finer type, unless somebody has changed the standard's since.
        Reading.Override(column, CustomProperties.Read(property.Json).Where(own => own.Member != "type" || LogicalTypes.Fits(own.Value.Text, type)));
        var known = before?.Required("columns").AsArray().FirstOrDefault(other => other.Required("name").Text == property.Name);
        if (known is not null)
            KeepColumn(column, known, property.Json);
        column.Set("role", column.Optional("role") ?? Json.String(property.Says("primaryKey") ? "id" : "feature", property.Json));
        if (column.Required("type").Text == "boolean")
        {
            column.Set("true", column.Optional("true") ?? Json.String("true", property.Json));
            column.Set("false", column.Optional("false") ?? Json.String("false", property.Json));
        }
        return column;
    }

    static void KeepColumn(JsonValue column, JsonValue known, JsonValue at)
    {
        var isNamed = CustomProperties.Read(at).Any(own => own.Member == "type");
        if (!isNamed && column.Required("type").Text == "text" && known.Required("type").Text == "category")
        {
            column.Set("type", known.Required("type").At(at));
            column.Set("values", known.Required("values").At(at));
        }
        if (column.Required("type").Text == known.Required("type").Text)
            Keep(column, known, at, Members.OfColumn);
        else
            foreach (var member in OfAnyType.Where(member => column.Optional(member) is null && known.Optional(member) is not null))
                column.Set(member, known.Required(member).At(at));
        if (column.Optional("values") is { } values && column.Optional("positive") is { } positive && values.Items.All(value => value.Text != positive.Text))
            column.Set("positive", null);
    }

    /// <summary>What the standard has no word for and no custom property says.</summary>
    static void Keep(JsonValue read, JsonValue? known, JsonValue at, IReadOnlyList<IPlace> places)
    {
        var own = CustomProperties.Read(at).Select(property => property.Member).ToHashSet();
        foreach (var (member, value) in known?.Members ?? [])
            if (read.Optional(member) is null && !own.Contains(member) && places.All(place => place.Member != member))
                read.Set(member, value.At(at));
            else if (value.Kind == JsonKind.Object && read.Optional(member) is { Kind: JsonKind.Object } there)
                foreach (var part in value.Members.Where(part => there.Optional(part.Key) is null && !own.Contains(member)))
                    there.Set(part.Key, part.Value.At(at));
    }

    /// <summary>A C# name for each column that has none.</summary>
    void NameProperties(List<JsonValue> columns)
    {
        var nameless = columns.Where(column => column.Optional("property") is null).ToList();
        var names = PropertyNames.Choose(
            dataset, [.. nameless.Select(column => column.Required("name").Text)], columns.Select(column => column.Optional("property")?.Text).OfType<string>());
        foreach (var (column, name) in nameless.Zip(names))
            column.Set("property", Json.String(name, column));
    }
}
