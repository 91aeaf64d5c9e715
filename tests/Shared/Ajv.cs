using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kiln.Testing;

/// <summary>What ajv, the validator that editors and build tools use most, says of documents.</summary>
static class Ajv
{
    const string Script = """
        const ajv = new (require('ajv'))({ allErrors: true });
        const { schema, documents } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
        const validate = ajv.compile(schema);
        console.log(JSON.stringify(documents.map(document => validate(document) ? '' : ajv.errorsText(validate.errors))));
        """;

    /// <summary>For each document nothing, or what is wrong with it. Skips the test where there is no ajv.</summary>
    public static string[] Validate(JsonNode schema, IEnumerable<string> documents)
    {
        var start = new ProcessStartInfo("node", ["-e", Script]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["NODE_PATH"] = $"/usr/share/nodejs{Path.PathSeparator}{Environment.GetEnvironmentVariable("NODE_PATH")}";
        try
        {
            using var process = Process.Start(start)!;
            var request = new JsonObject { ["schema"] = schema.DeepClone(), ["documents"] = new JsonArray([.. documents.Select(document => JsonNode.Parse(document))]) };
            var error = process.StandardError.ReadToEndAsync();
            process.StandardInput.Write(request.ToJsonString());
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (error.Result.Contains("Cannot find module 'ajv'", StringComparison.Ordinal))
                Assert.Skip("ajv judges the JSON Schema and is not here; on Debian: apt-get install node-ajv");
            Assert.True(process.ExitCode == 0, error.Result);
            return JsonSerializer.Deserialize<string[]>(output)!;
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            Assert.Skip($"ajv judges the JSON Schema and node cannot be started here ({e.Message}); on Debian: apt-get install node-ajv");
            return [];
        }
    }
}
