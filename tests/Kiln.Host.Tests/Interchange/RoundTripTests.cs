using Kiln.Contracts.Data;
using Kiln.Contracts.Json;
using Kiln.Host.Interchange;
using Kiln.Host.Interchange.Trees;

namespace Kiln.Host.Tests.Interchange;

/// <summary>Nothing is lost between a contract and the standard's form, in either direction.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void A_contract_comes_back_byte_for_byte()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var contract = new ContractGenerator(seed).Next();
            var file = YamlWriter.Write(Export(contract, ContractExport.New("data")));
            Assert.True(contract == Import(file, null), $"{seed}:\n{contract}\n{file}");
            Assert.Equal(file, YamlWriter.Write(Export(contract, YamlReader.Read(file))));
        }
    }

    /// <summary>Whatever the file said before: afterwards it says the contract.</summary>
    [Fact]
    public void A_contract_comes_back_from_a_file_that_said_another()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var (before, contract) = (new ContractGenerator(seed).Next(), new ContractGenerator(seed + 1_000).Next());
            var file = YamlWriter.Write(Export(contract, Export(before, ContractExport.New("data"))));
            Assert.True(contract == Import(file, null), $"{seed}:\n{before}\n{contract}\n{file}");
        }
    }

    /// <summary>A file of an older version keeps it, so nothing may stand in it that came later, and nothing may be lost for that.</summary>
    [Theory]
    [InlineData("v3.1.0")]
    [InlineData("v3.0.2")]
    [InlineData("v3.0.0")]
    public void What_is_written_has_the_form_of_the_files_version(string version)
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var root = ContractExport.New("data");
            root.Set("apiVersion", YamlJson.String(version));
            var contract = new ContractGenerator(seed).Next();
            foreach (var next in (string[])[contract, new ContractGenerator(seed + 1_000).Next(), contract])
            {
                var file = YamlWriter.Write(Export(next, root));
                Assert.Empty(StandardForm.Problems(YamlReader.Read(file).ToJson()));
                Assert.True(next == Import(file, null), $"{seed}:\n{next}\n{file}");
            }
        }
    }

    [Fact]
    public void A_foreign_file_keeps_its_own()
    {
        var contract = Import(ForeignFile.Text, null);
        var (before, after) = (YamlReader.Read(ForeignFile.Text), Export(contract, YamlReader.Read(ForeignFile.Text)));
        foreach (var property in after.Find("schema")!.Items[0].Find("properties")!.Items.Append(after.Find("schema")!.Items[0]))
            if (property.Find("customProperties") is { } list)
            {
                list.Items.RemoveAll(item => item.Find("property")!.Text.StartsWith("kiln.", StringComparison.Ordinal));
                if (list.IsEmpty)
                    property.Remove("customProperties");
            }
        Assert.Equal(YamlWriter.Write(before), YamlWriter.Write(after));
    }

    [Fact]
    public void Only_what_changed_is_changed()
    {
        var contract = Import(ForeignFile.Text, null);
        var file = YamlWriter.Write(Export(contract, YamlReader.Read(ForeignFile.Text)));
        var changed = contract.Replace("\"max\": 5000", "\"max\": 6000").Replace("\"nullable\": true, \"role\": \"feature\", \"values\": [\"DE\"", "\"nullable\": true, \"role\": \"feature\", \"values\": [\"AT\", \"DE\"");
        var (old, now) = (file.Split('\n'), YamlWriter.Write(Export(changed, YamlReader.Read(file))).Split('\n'));
        Assert.Equal(old.Length, now.Length);
        Assert.Equal(
            ["          maximum: 6000", "            arguments: {validValues: [AT, DE, FR, 'NO']}"],
            now.Zip(old).Where(pair => pair.First != pair.Second).Select(pair => pair.First));
    }

    static YamlNode Export(string contract, YamlNode root)
    {
        ContractExport.Write(JsonReader.Read(contract), SchemaObject.FindOrAdd(root, "data", "data.odcs.yaml"), "data", StandardFile.VersionOf(root));
        return root;
    }

    /// <summary>Not as the build reads it: the rules' columns are none of these contracts.</summary>
    static string Import(string file, JsonValue? before) => ContractJson.Write(ContractJson.Read(
        new ContractImport("data", before, (_, _) => { }).Read(YamlReader.Read(file).ToJson().Required("schema").Items[0])));
}
