using Kiln.Contracts.Json;
using Kiln.Host.Interchange.Places;
using Kiln.Host.Interchange.Trees;

namespace Kiln.Host.Tests.Interchange;

/// <summary>Where the standard says what, read and written again.</summary>
public sealed class PlaceTests
{
    static readonly Dictionary<string, IPlace> Places = new IPlace[]
    {
        new TypePlace(), new BoundPlace(isMinimum: true), new BoundPlace(isMinimum: false), new OptionPlace("maxLength", JsonKind.Number, "string"), new PatternPlace(),
        new DateFormatPlace(), new NullablePlace(), new UniquePlace(), new TextPlace("classification", "personal", "sensitive"), new MaxMissingPlace(), new MissingPlace(),
        new ValuesPlace(), new KeyPlace(), new RowsPlace(), new RulesPlace(),
    }.ToDictionary(place => place.Member);

    [Theory]
    [InlineData("type", "logicalType: integer", "\"integer\"")]
    [InlineData("type", "physicalType: varchar(18)", "\"text\"")]
    [InlineData("type", "physicalType: decimal(10,2)", "\"number\"")]
    [InlineData("type", "logicalType: timestamp", "\"date-time\"")]
    [InlineData("type", "{ logicalType: string, quality: [{ metric: invalidValues, mustBe: 0, arguments: { validValues: [a] } }] }", "\"category\"")]
    [InlineData("min", "{ logicalType: integer, logicalTypeOptions: { exclusiveMinimum: 5 } }", "6")]
    [InlineData("min", "{ logicalType: number, logicalTypeOptions: { minimum: 1, exclusiveMinimum: 2 } }", "2.0000000000000004")]
    [InlineData("max", "{ logicalType: integer, logicalTypeOptions: { exclusiveMaximum: 5, maximum: 9 } }", "4")]
    [InlineData("max", "{ logicalType: date, logicalTypeOptions: { exclusiveMaximum: '2024-03-01' } }", "\"2024-02-29\"")]
    [InlineData("min", "{ logicalType: timestamp, logicalTypeOptions: { minimum: '2020-01-01 00:00:00' } }", "\"2020-01-01\"")]
    [InlineData("min", "{ logicalType: timestamp, logicalTypeOptions: { exclusiveMinimum: '2020-01-01 00:00:00' } }", null)]
    [InlineData("min", "{ logicalType: string, logicalTypeOptions: { minimum: 1 } }", null)]
    [InlineData("maxLength", "{ logicalType: string, logicalTypeOptions: { maxLength: 3 } }", "3")]
    [InlineData("pattern", "{ logicalType: string, logicalTypeOptions: { pattern: '^a+$' } }", "\"^a+$\"")]
    [InlineData("pattern", "{ logicalType: string, logicalTypeOptions: { pattern: '^DE' } }", "\"^DE(?s:.*)\"")]
    [InlineData("pattern", "{ logicalType: string, logicalTypeOptions: { pattern: '[|]\\$' } }", "\"(?s:.*)[|]\\\\$(?s:.*)\"")]
    [InlineData("pattern", "{ logicalType: string, logicalTypeOptions: { pattern: '^a|b$' } }", "\"(?s:.*)(?:^a|b$)(?s:.*)\"")]
    [InlineData("pattern", "{ logicalType: string, logicalTypeOptions: { pattern: '^(?:a|b)$' } }", "\"a|b\"")]
    [InlineData("pattern", "{ logicalType: string, logicalTypeOptions: { pattern: '^(?:a)|(?:b)$' } }", "\"(?s:.*)(?:^(?:a)|(?:b)$)(?s:.*)\"")]
    [InlineData("pattern", "{ logicalType: string, quality: [{ metric: invalidValues, arguments: { pattern: 'a' }, mustBe: 0 }] }", "\"(?s:.*)a(?s:.*)\"")]
    [InlineData("pattern", "{ logicalType: string, logicalTypeOptions: { pattern: '(?=a)' } }", null)]
    [InlineData("dateFormat", "{ logicalType: date, logicalTypeOptions: { format: dd.MM.yyyy } }", "\"%d.%m.%Y\"")]
    [InlineData("dateFormat", "{ logicalType: timestamp, logicalTypeOptions: { format: \"yyyy-MM-dd'T'HH:mm:ss\" } }", "\"%Y-%m-%dT%H:%M:%S\"")]
    [InlineData("dateFormat", "{ logicalType: date, logicalTypeOptions: { format: QQ-yyyy } }", null)]
    [InlineData("nullable", "required: true", "false")]
    [InlineData("nullable", "required: false", "true")]
    [InlineData("nullable", "quality: [{ metric: nullValues, mustBe: 0 }]", "false")]
    [InlineData("nullable", "quality: [{ metric: nullValues, mustBeLessThan: 1 }]", "false")]
    [InlineData("nullable", "{ primaryKey: true, required: false }", "false")]
    [InlineData("maxMissing", "quality: [{ metric: nullValues, mustBeLessOrEqualTo: 7, unit: percent }]", "0.07")]
    [InlineData("maxMissing", "quality: [{ metric: nullValues, mustBeBetween: [0, 7], unit: percent }]", "0.07")]
    [InlineData("maxMissing", "quality: [{ metric: nullValues, mustBeLessThan: 100, unit: percent }]", "0.9999999999999999")]
    [InlineData("maxMissing", "quality: [{ metric: nullValues, mustBeLessOrEqualTo: 7, unit: rows }]", null)]
    [InlineData("maxMissing", "quality: [{ metric: nullValues, mustNotBe: 7, unit: percent }]", null)]
    [InlineData("missing", "quality: [{ metric: missingValues, arguments: { missingValues: [null, '', N/A] }, mustBe: 0 }]", "[\"N/A\"]")]
    [InlineData("unique", "unique: true", "true")]
    [InlineData("unique", "quality: [{ metric: duplicateValues, mustBe: 0, unit: percent }]", "true")]
    [InlineData("unique", "quality: [{ metric: duplicateValues, mustBeLessThan: 10 }]", null)]
    [InlineData("values", "{ logicalType: string, quality: [{ metric: invalidValues, mustBe: 0, arguments: { validValues: [a, 1.10, null] } }] }", "[\"a\", \"1.10\"]")]
    [InlineData("values", "{ logicalType: string, quality: [{ metric: invalidValues, mustBeLessThan: 5, arguments: { validValues: [a] } }] }", null)]
    [InlineData("values", "{ logicalType: integer, quality: [{ metric: invalidValues, mustBe: 0, arguments: { validValues: [1] } }] }", null)]
    [InlineData("classification", "classification: personal", "\"personal\"")]
    [InlineData("classification", "classification: restricted", null)]
    [InlineData("key", "properties: [{ name: a, primaryKey: true, primaryKeyPosition: 2 }, { name: b }, { name: c, physicalName: d, primaryKey: true, primaryKeyPosition: 1 }]", "[\"d\", \"a\"]")]
    [InlineData("key", "properties: [{ name: a, primaryKey: true }, { name: b, logicalType: object, primaryKey: true }]", null)]
    [InlineData("rows", "quality: [{ metric: rowCount, mustBeGreaterThan: 999 }]", "{ \"min\": 1000 }")]
    [InlineData("rows", "quality: [{ metric: rowCount, mustBeBetween: [100, 120] }]", null)]
    [InlineData("rules", "quality: [{ type: sql, name: r, query: 'SELECT COUNT(*) FROM {object} WHERE NOT (a <= b)', mustBe: 0 }]", "[{ \"name\": \"r\", \"sql\": \"a <= b\" }]")]
    [InlineData("rules", "quality: [{ type: sql, name: r, query: 'SELECT COUNT(*) FROM {object} WHERE NOT (a) OR (b)', mustBe: 0 }]", "[{ \"name\": \"r\", \"sql\": \"NOT (NOT (a) OR (b))\" }]")]
    [InlineData("rules", "{ name: t, quality: [{ type: sql, id: r, query: 'select count(*) from t where a > 5', mustBe: 0, severity: warning }] }", "[{ \"name\": \"r\", \"sql\": \"NOT (a > 5)\", \"severity\": \"warning\" }]")]
    [InlineData("rules", "properties: [{ name: a, quality: [{ type: sql, name: r, query: 'SELECT COUNT(*) FROM {object} WHERE {property} < 0', mustBe: 0 }] }]", "[{ \"name\": \"r\", \"sql\": \"NOT (\\\"a\\\" < 0)\" }]")]
    [InlineData("rules", "quality: [{ type: sql, name: r, query: 'SELECT COUNT(*) FROM other WHERE a > 5', mustBe: 0 }]", null)]
    [InlineData("rules", "quality: [{ type: sql, name: r, query: 'SELECT COUNT(*) FROM {object} WHERE a > 5; DROP TABLE x', mustBe: 0 }]", null)]
    [InlineData("rules", "quality: [{ type: sql, name: r, query: 'SELECT COUNT(*) FROM {object} WHERE a > 5', mustBeLessThan: 3600 }]", null)]
    public void The_standard_says_it_there(string member, string yaml, string? expected)
    {
        var (place, element) = (Places[member], YamlReader.Read(yaml));
        var read = place.Read(new(element.ToJson()));
        Assert.Equal(expected, read?.Show());

        var owner = Json.Object(new(JsonKind.Null, "", 1, 1));
        owner.Set(member, read);
        place.Write(element, read, owner);
        Assert.True(Json.AreSame(read, place.Read(new(element.ToJson()))), YamlWriter.Write(element));
        place.Write(element, null, Json.Object(owner));
        Assert.True(member is "missing" or "type" or "nullable" || place.Read(new(element.ToJson())) is null or { Text: "true" }, YamlWriter.Write(element));
    }

    [Theory]
    [InlineData("""{ "name": "r", "sql": "a <= b" }""")]
    [InlineData("""{ "name": "r", "sql": "(a) OR (b)", "description": "why", "tolerance": 0.07, "severity": "warning" }""")]
    [InlineData("""{ "name": "r", "sql": "a IN ('x', 'THEN 100.0 ELSE 0.0 END)')", "tolerance": 0.3333333333333333 }""")]
    public void A_rule_is_a_query_and_back(string rule)
    {
        var (element, wanted) = (YamlReader.Read("name: t"), JsonReader.Read($"[{rule}]"));
        Places["rules"].Write(element, wanted, wanted);
        Assert.Equal(wanted.Show(), Places["rules"].Read(new(element.ToJson()))?.Show());
    }

    /// <summary>The standard's pattern is found anywhere in the text, and the contract's is the whole text.</summary>
    [Theory]
    [InlineData("[A-Z]{2}", "^(?:[A-Z]{2})$")]
    [InlineData("a|b", "^(?:a|b)$")]
    [InlineData("^[A-Z]{2}$", "^[A-Z]{2}$")]
    [InlineData("^a|b$", "^(?:^a|b$)$")]
    [InlineData(@"^a\$", @"^(?:^a\$)$")]
    public void A_pattern_is_of_the_whole_text(string pattern, string written)
    {
        var (element, wanted) = (YamlReader.Read("logicalType: string"), Json.String(pattern, new(JsonKind.Null, "", 1, 1)));
        Places["pattern"].Write(element, wanted, Json.Object(wanted));
        Assert.Equal(written, element.Find("logicalTypeOptions")!.Find("pattern")!.Text);
        Assert.Equal(pattern, Places["pattern"].Read(new(element.ToJson()))?.Text);
    }

    [Theory]
    [InlineData("%Y-%m-%d", "yyyy-MM-dd")]
    [InlineData("%d.%m.%y %H:%M:%S", "dd.MM.yy HH:mm:ss")]
    [InlineData("%dT'x%%", "dd'T''x'%")]
    [InlineData("[%Y]", null)]
    public void Date_patterns_are_Javas(string strptime, string? java)
    {
        Assert.Equal(java, JavaDatePattern.FromStrptime(strptime));
        if (java is not null)
            Assert.Equal(strptime, JavaDatePattern.ToStrptime(java));
    }
}
