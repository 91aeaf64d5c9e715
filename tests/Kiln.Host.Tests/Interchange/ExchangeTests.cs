using Kiln.Testing;

namespace Kiln.Host.Tests.Interchange;

/// <summary>The two commands, as a build starts them.</summary>
public sealed class ExchangeTests : IDisposable
{
    const string Csv = "order_id,amount,country,placed\n1001,12.5,DE,2024-01-01\n1002,30,FR,2024-01-02\n1003,44,DE,2024-01-03\n";

    readonly RoadProject _project = new();

    public void Dispose() => _project.Dispose();

    string Contract => Path.Combine(_project.Directory, "data", "orders.schema.json");

    string Standard => Path.Combine(_project.Directory, "data", "orders.odcs.yaml");

    [Fact]
    public void A_contract_goes_out_and_comes_back()
    {
        _project.AddDataset("orders", Csv);
        _project.InferContracts();
        var contract = File.ReadAllText(Contract);
        Assert.True(_project.ExportContracts(locked: true).Succeeded);
        var file = File.ReadAllText(Standard);
        Assert.StartsWith("apiVersion: v3.1.0\nkind: DataContract\nid: orders\nname: orders\nversion: '1.0.0'\nstatus: active\nschema:\n  - name: orders\n", file);

        Assert.Contains("orders.schema.json says what orders.odcs.yaml says", _project.ImportContracts(locked: true).Output);
        File.Delete(Contract);
        Assert.True(_project.ImportContracts().Succeeded);
        Assert.Equal(contract, File.ReadAllText(Contract));

        File.WriteAllText(Standard, "# reviewed\n" + file);
        Assert.Contains("orders.odcs.yaml says what the contract of 'orders' says", _project.ExportContracts().Output);
        Assert.Equal("# reviewed\n" + file, File.ReadAllText(Standard));
    }

    [Fact]
    public void An_import_shows_what_it_changes_and_a_locked_one_changes_nothing()
    {
        _project.AddDataset("orders", Csv);
        _project.InferContracts();
        _project.ExportContracts();
        _project.Replace("data/orders.odcs.yaml", "minimum: 0", "minimum: 1\n          maximum: 50");
        var contract = File.ReadAllText(Contract);

        var locked = _project.ImportContracts(locked: true);
        Assert.Contains("show:   'amount'.min 0 → 1\nshow:   'amount'.max none → 50\n", locked.Output);
        Assert.Contains("orders.schema.json(1,1): error KILN3003: the build is locked and may not change the contract of 'orders', which would change in 2 places shown above", locked.Error);
        Assert.Equal(contract, File.ReadAllText(Contract));

        Assert.Contains("(2 differences)", _project.ImportContracts().Output);
        Assert.Equal(contract.Replace("\"min\": 0", "\"min\": 1, \"max\": 50"), File.ReadAllText(Contract));
    }

    [Fact]
    public void A_type_that_the_standard_does_not_have_is_told_where_it_stands()
    {
        _project.AddDataset("orders", Csv);
        _project.InferContracts();
        _project.ExportContracts();
        _project.ReplaceFirst("data/orders.odcs.yaml", "logicalType: number", "logicalType: numbr");

        Assert.Matches(@"orders\.odcs\.yaml\(\d+,\d+\): error KILN1050: ""numbr"" is no logicalType of the standard \(did you mean 'number'\?\)", _project.ImportContracts().Error);
    }

    [Fact]
    public void A_foreign_contract_leaves_to_the_data_what_it_does_not_say()
    {
        _project.AddDataset("orders", Csv.Replace(',', ';'));
        File.WriteAllText(Standard, ForeignFile.Text);
        var import = _project.ImportContracts();
        Assert.True(import.Succeeded, import.Output);
        var contract = File.ReadAllText(Contract);
        Assert.Contains("\"delimiter\": \";\"", contract);
        Assert.Contains("""{ "name": "order_id", "property": "OrderId", "type": "integer", "nullable": false, "role": "id" """.TrimEnd(), contract);
        Assert.Contains("""{ "name": "amount", "property": "Amount", "type": "number", "nullable": false, "role": "feature", "min": 10.000000000000002, "max": 5000""", contract);
        Assert.Contains("""{ "name": "country", "property": "Country", "type": "category", "nullable": true, "role": "feature", "values": ["DE", "FR", "NO"]""", contract);
        Assert.Contains("orders.odcs.yaml(43,13): warning KILN1053: a check of soda is not Kiln's to run, so this rule of 'amount' is not checked", import.Output);
        Assert.Contains("orders.odcs.yaml(57,9): warning KILN1053: property 'positions' is an array, which no column of a table is", import.Output);
        Assert.DoesNotContain("db.example.org", import.Output + contract);
        Assert.Equal(ForeignFile.Text, File.ReadAllText(Standard));
    }

    [Theory]
    [InlineData("apiVersion: v3.1.0", "apiVersion: v2.2.2", "orders.odcs.yaml(3,13): error KILN1051: the apiVersion \"v2.2.2\" is not one that Kiln reads")]
    [InlineData("apiVersion: v3.1.0\n", "", "orders.odcs.yaml(1,1): error KILN1051: the file has no apiVersion")]
    [InlineData("kind: DataContract", "kind: DataProduct", "orders.odcs.yaml(2,7): error KILN1050: the kind is \"DataProduct\"")]
    [InlineData("required: true", "required: yes", "error KILN1050: true or false is expected here; correct the file")]
    [InlineData("maximum: 5000", "maximum: 5", "error KILN1050: \"min\" of \"amount\" is above its \"max\"; correct the file")]
    [InlineData("maximum: 5000", "maximum: 1e400", "orders.odcs.yaml(41,20): error KILN1050: a number that fits 64 bits is expected here; correct the file")]
    [InlineData("mustBeGreaterThan: 999", "mustBeBetween: [1, 1e400]", "orders.odcs.yaml(24,28): error KILN1050: a number that fits 64 bits is expected here; correct the file")]
    [InlineData("name: amount", "name: [", "error KILN1050: ")]
    [InlineData("name: country", "name: amount", "error KILN1050: column \"amount\" occurs twice; correct the file")]
    public void What_cannot_be_taken_is_one_located_error(string good, string bad, string expected)
    {
        _project.AddDataset("orders", Csv);
        File.WriteAllText(Standard, ForeignFile.Text.Replace(good, bad));
        Assert.Contains(expected, _project.ImportContracts().Error);
        Assert.Contains("orders.odcs.yaml(", _project.ImportContracts().Error);
        Assert.False(File.Exists(Contract));
    }

    [Fact]
    public void Every_rule_that_is_refused_is_told_where_it_stands()
    {
        _project.AddDataset("orders", Csv);
        File.WriteAllText(Standard, ForeignFile.Text.Replace("      - id: enough_rows\n",
            Rule("in the past", "placed < now()") + Rule("paid", "amount > 0") + Rule("known", "contry IS NOT NULL") + "      - id: enough_rows\n"));

        var import = _project.ImportContracts();

        Assert.False(File.Exists(Contract));
        Assert.Equal(2, import.Errors.Count);
        Assert.Matches(@"orders\.odcs\.yaml\(22,\d+\): error KILN1050: the rule ""in the past"" is refused: ", import.Errors[0]);
        Assert.Matches(@"orders\.odcs\.yaml\(24,\d+\): error KILN1050: the rule ""known"" is refused: ", import.Errors[1]);

        static string Rule(string name, string sql) =>
            $"      - {{ name: {name}, type: sql, query: \"SELECT COUNT(*) FROM orders WHERE NOT ({sql})\", mustBe: 0 }}\n";
    }

    /// <summary>It is an expression like others; nobody else is to check it.</summary>
    [Fact]
    public void A_query_inside_a_rule_is_refused_and_left_in_the_file_by_an_export()
    {
        const string rule = "      - { name: known, type: sql, query: \"SELECT COUNT(*) FROM orders WHERE country NOT IN (SELECT c FROM countries GROUP BY c)\", mustBe: 0 }\n";
        _project.AddDataset("orders", Csv);
        _project.InferContracts();
        File.WriteAllText(Standard, ForeignFile.Text.Replace("      - id: enough_rows\n", rule + "      - id: enough_rows\n"));

        Assert.Matches(@"orders\.odcs\.yaml\(22,\d+\): error KILN1050: the rule ""known"" is refused: it has a query inside, and a rule looks at one row", _project.ImportContracts().Error);
        Assert.True(_project.ExportContracts().Succeeded);
        Assert.Contains("(SELECT c FROM countries GROUP BY c)", File.ReadAllText(Standard));
    }

    [Theory]
    [InlineData("maximum: 5000", "maximum: lots", "orders.odcs.yaml(41,20): error KILN1050: a number is expected here; correct the file")]
    [InlineData("mustBeGreaterThan: 999", "mustBeGreaterThan: many", "orders.odcs.yaml(24,28): error KILN1050: a number is expected here; correct the file")]
    [InlineData("mustBeGreaterThan: 999", "mustBeBetween: [9]", "orders.odcs.yaml(24,24): error KILN1050: two numbers are expected here, the least and the most; correct the file")]
    [InlineData("mustBeGreaterThan: 999", "mustBeBetween: [9, 3]", "orders.odcs.yaml(24,24): error KILN1050: the least stands behind the most here; exchange them; correct the file")]
    [InlineData("transformLogic: \"date(placed_at)\"", "logicalTypeOptions: { minimum: someday }",
        "orders.odcs.yaml(63,40): error KILN1050: a date in ISO 8601 is expected here, such as 2024-12-31; correct the file")]
    public void A_bound_that_bounds_nothing_is_an_error(string good, string bad, string expected)
    {
        _project.AddDataset("orders", Csv);
        File.WriteAllText(Standard, ForeignFile.Text.Replace(good, bad));
        Assert.Equal([expected], _project.ImportContracts().Errors.Select(error => error[error.IndexOf("orders.odcs.yaml(", StringComparison.Ordinal)..]));
        Assert.False(File.Exists(Contract));
    }

    [Fact]
    public void All_that_is_wrong_with_the_form_is_told_at_once()
    {
        _project.AddDataset("orders", Csv);
        File.WriteAllText(Standard, ForeignFile.Text.Replace("required: true", "required: yes").Replace("maximum: 5000", "maximum: lots")
            .Replace("logicalType: integer", "logicalType: int").Replace("logicalType: date", "logicalType: dat"));
        Assert.Equal(["30", "38", "41", "62"], _project.ImportContracts().Errors.Select(error => error.Split("orders.odcs.yaml(")[1].Split(',')[0]));
    }

    [Fact]
    public void Of_several_schema_objects_the_one_of_the_name_is_the_dataset()
    {
        _project.AddDataset("orders", Csv);
        File.WriteAllText(Standard, ForeignFile.Text.Replace("schema:\n  - name: orders\n", "schema:\n  - name: customers\n    properties: []\n  - name: orders\n"));
        Assert.Contains("(17,5): warning KILN1053: the file describes 2 schema objects", _project.ImportContracts().Output);
        Assert.Contains("\"order_id\"", File.ReadAllText(Contract));

        _project.Replace("data/orders.odcs.yaml", "- name: orders\n    physicalName: orders\n", "- name: order\n");
        Assert.Contains("(17,5): error KILN1052: the file describes 2 schema objects, and none is called 'orders' (did you mean 'order'?): customers, order;", _project.ImportContracts().Error);
        Assert.Contains("error KILN1052", _project.ExportContracts().Error);
    }

    [Fact]
    public void Without_a_file_there_is_nothing_to_import()
    {
        _project.AddDataset("orders", Csv);
        Assert.Contains("App.csproj(2,3): error KILN1054: ", _project.ImportContracts().Error);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_not_overwritten()
    {
        _project.AddDataset("orders", Csv);
        _project.InferContracts();
        File.WriteAllText(Standard, "schema: [");
        Assert.Contains("error KILN1050", _project.ExportContracts().Error);
        File.WriteAllBytes(Standard, [0x61, 0x3A, 0x20, 0xE9]);
        Assert.Contains("orders.odcs.yaml(1,1): error KILN1050: the file is not UTF-8", _project.ExportContracts().Error);
        Assert.Equal(4, new FileInfo(Standard).Length);
    }

    [Fact]
    public void A_text_that_YAML_cannot_hold_is_told()
    {
        _project.AddDataset("orders", Csv);
        _project.InferContracts();
        _project.Replace("data/orders.schema.json", "\"role\": \"feature\"", "\"role\": \"feature\", \"unit\": \"\\ud83d\"");
        Assert.Matches(@"orders\.schema\.json\(\d+,\d{2,}\): error KILN1050: the contract of 'orders' has a text that YAML cannot hold", _project.ExportContracts().Error);
        Assert.False(File.Exists(Standard));
    }
}
