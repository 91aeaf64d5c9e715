using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data.Fetching;

/// <summary>Files that are fetched where they are not there.</summary>
public sealed class FetchedDataTests : IDisposable
{
    const string Rows = "item,price\na,1.5\nb,2\na,0.5\nb,4\n";

    static readonly string Pin = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Rows)));

    readonly FileServer _server = new();
    readonly RoadProject _project = new();

    string Place => Path.Combine(_project.Directory, "data", "prices.csv");

    string Cached => Path.Combine(_project.Directory, "obj", "cache", "fetched", Pin);

    public FetchedDataTests() => _server.File("/prices.csv", Rows);

    public void Dispose()
    {
        _project.Dispose();
        _server.Dispose();
    }

    [Fact]
    public void A_file_is_fetched_once_and_then_comes_from_its_place_or_the_cache()
    {
        _project.AddFetched("prices", _server.Url("/prices.csv"), Pin.ToUpperInvariant());

        var first = _project.InferContracts();
        Assert.True(first.Succeeded, first.Output);
        Assert.Contains($"prices: fetching {_server.Url("/prices.csv")}", first.Output);
        Assert.Equal(Rows, File.ReadAllText(Place));
        Assert.DoesNotContain("fetching", _project.InferContracts().Output);
        File.Delete(Place);
        Assert.True(_project.InferContracts().Succeeded);

        Assert.Equal(Rows, File.ReadAllText(Place));
        Assert.Equal(1, _server.Requests);
    }

    [Fact]
    public void Without_a_pin_the_build_fails_and_says_the_one_to_write()
    {
        _project.AddFetched("prices", _server.Url("/prices.csv?key=s3cr3t"), "");
        _server.File("/prices.csv?key=s3cr3t", Rows);

        var told = _project.InferContracts();

        Assert.Equal(
            $"App.csproj(2,3): error KILN1049: '{_server.Url("/prices.csv")}' may give another file tomorrow, so the item must pin it; write Sha256=\"{Pin}\", which is what it gives today",
            Assert.Single(told.Errors)[_project.Directory.Length..]);
        Assert.DoesNotContain("s3cr3t", told.Output);
        Assert.False(File.Exists(Place));
    }

    [Fact]
    public void Another_file_than_the_pinned_one_is_neither_taken_nor_kept()
    {
        _project.AddFetched("prices", _server.Url("/prices.csv"), Pin);
        _server.File("/prices.csv", Rows + "c,9\n");

        Assert.Contains("gives another file than the pinned one: its SHA-256 is ", Assert.Single(_project.InferContracts().Errors));

        Assert.False(File.Exists(Place));
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(Cached)!));
    }

    [Fact]
    public void A_file_that_is_there_is_checked_and_never_written_over()
    {
        _project.AddFetched("prices", _server.Url("/prices.csv"), Pin);
        Assert.True(_project.InferContracts().Succeeded);
        File.AppendAllText(Place, "c,9\n");

        Assert.Contains("prices.csv' is not the pinned file: its SHA-256 is ", Assert.Single(_project.InferContracts().Errors));
        Assert.Equal(Rows + "c,9\n", File.ReadAllText(Place));
    }

    [Fact]
    public void A_damaged_file_of_the_cache_is_fetched_again()
    {
        _project.AddFetched("prices", _server.Url("/prices.csv"), Pin);
        Assert.True(_project.InferContracts().Succeeded);
        File.Delete(Place);
        File.WriteAllText(Cached, Rows[..^3]);

        Assert.True(_project.InferContracts().Succeeded);
        Assert.Equal(Rows, File.ReadAllText(Place));
        Assert.Equal(2, _server.Requests);
    }

    [Fact]
    public void Redirects_are_followed()
    {
        _server.Answer("/moved", $"HTTP/1.1 302 Found\r\nLocation: {_server.Url("/prices.csv")}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        _project.AddFetched("prices", _server.Url("/moved"), Pin);

        Assert.True(_project.InferContracts().Succeeded);
        Assert.Equal(Rows, File.ReadAllText(Place));
    }

    [Fact]
    public void What_does_not_arrive_is_one_error_and_no_half_of_a_file()
    {
        _server.Answer("/broken", $"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{Rows}");
        _server.Reset("/reset", $"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{Rows}");

        Assert.EndsWith($"the connection broke before the file's end ({_server.Url("/broken")}); try again, correct the Url, or put the file in its place yourself", Told(_server.Url("/broken")));
        Assert.Contains($"the connection broke before the file's end ({_server.Url("/reset")})", Told(_server.Url("/reset")));
        Assert.EndsWith($"the server answers 404 ({_server.Url("/none")}); correct the Url, or name in Token the environment variable that holds the token it wants", Told(_server.Url("/none?key=s3cr3t")));
        Assert.Contains("there is no connection to the server (ConnectionRefused) (http://localhost:1/x)", Told("http://localhost:1/x"));
        Assert.Contains("its Url is no address; write https://…", Told("prices.csv"));
        Assert.Contains("its Url begins with 'http:'; only https:// is used", Told("http://example.org/x"));
        Assert.Contains("its Url begins with 'file:'", Told("file:///etc/passwd"));
        Assert.Contains("a user or a password", Told("https://me:s3cr3t@example.org/x"));

        string Told(string url)
        {
            using var project = new RoadProject();
            project.AddFetched("prices", url, Pin);
            var result = project.InferContracts();
            Assert.DoesNotContain("s3cr3t", result.Output);
            Assert.DoesNotContain(project.Snapshot().Keys, file => file.EndsWith(".csv", StringComparison.Ordinal) || file.EndsWith(".tmp", StringComparison.Ordinal));
            var error = Assert.Single(result.Errors);
            Assert.StartsWith("App.csproj(2,3): error KILN0029: a file of dataset 'prices' cannot be fetched: ", error[project.Directory.Length..]);
            return error;
        }
    }

    /// <summary>Where the server sends us on, the secret is nobody's business.</summary>
    [Theory]
    [InlineData("s3cr3t", "Bearer s3cr3t")]
    [InlineData(" Basic czNjcjN0Og== \n", "Basic czNjcjN0Og==")]
    public void A_token_is_shown_to_the_server_and_to_no_other(string value, string header)
    {
        using var elsewhere = new FileServer();
        elsewhere.File("/kept/prices.csv", Rows);
        _server.Answer("/prices.csv", $"HTTP/1.1 302 Found\r\nLocation: {elsewhere.Url("/kept/prices.csv")}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        var result = Fetch("KILN_TEST_TOKEN", value);

        Assert.True(result.Succeeded, result.Output);
        Assert.Equal(Rows, File.ReadAllText(Place));
        Assert.Equal((header, ""), (_server.Authorization, elsewhere.Authorization));
        Assert.DoesNotContain(header.Split(' ')[1], string.Concat(Directory.EnumerateFiles(_project.Directory, "*", SearchOption.AllDirectories).Select(File.ReadAllText)) + result.Output);
    }

    [Theory]
    [InlineData("KILN_TEST_TOKEN", null, "the environment variable 'KILN_TEST_TOKEN' is not set; set it to the token before the build")]
    [InlineData("KILN_TEST_TOKEN", "s3\ncr3t", "the environment variable 'KILN_TEST_TOKEN' holds what no token has, such as a line break")]
    [InlineData("KILN_TEST_TOKEN", "s3cr3t", "the server answers 401 (http://localhost:{port}/prices.csv); correct the Url, or the token in the variable that Token names")]
    [InlineData("", "s3cr3t", "the server answers 401 (http://localhost:{port}/prices.csv); correct the Url, or name in Token the environment variable")]
    [InlineData("?", "s3cr3t", "Token must be the name of an environment variable, which holds the token; that does not belong into a project file")]
    public void A_token_that_does_not_do_is_told_and_not_shown(string variable, string? value, string expected)
    {
        _server.Answer("/prices.csv", "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        var result = Fetch(variable, value);

        Assert.Contains("error KILN0029: a file of dataset 'prices' cannot be fetched: " + expected.Replace("{port}", new Uri(_server.Url("/")).Port.ToString(CultureInfo.InvariantCulture)), Assert.Single(result.Errors));
        Assert.DoesNotContain("cr3t", result.Output);
    }

    RoadResult Fetch(string variable, string? value)
    {
        _project.AddFetched("prices", _server.Url("/prices.csv"), Pin);
        _project.Pin("prices", new(Place, _server.Url("/prices.csv"), Pin) { Token = variable });
        Environment.SetEnvironmentVariable("KILN_TEST_TOKEN", value);
        try
        {
            return _project.InferContracts();
        }
        finally
        {
            Environment.SetEnvironmentVariable("KILN_TEST_TOKEN", null);
        }
    }

    [Fact]
    public void A_hash_that_is_none_is_told()
    {
        _project.AddFetched("prices", _server.Url("/prices.csv"), "abc");
        Assert.EndsWith("error KILN1049: 'abc' is no SHA-256, which has 64 hexadecimal digits; correct the item's Sha256", Assert.Single(_project.InferContracts().Errors));
        Assert.Equal(0, _server.Requests);
    }

    [Fact]
    public void A_pin_without_an_address_is_held_against_the_file()
    {
        _project.AddDataset("prices", Rows);
        _project.Pin("prices", new(Place, "", Pin));
        Assert.True(_project.InferContracts().Succeeded);

        File.AppendAllText(Place, "c,9\n");
        Assert.Contains("is not the pinned file", Assert.Single(_project.InferContracts().Errors));
        File.Delete(Place);
        Assert.Empty(_project.InferContracts().Errors); // Where the data are not, there is the contract.
        File.Delete(Path.ChangeExtension(Place, ".schema.json"));
        Assert.Contains("KILN1001", Assert.Single(_project.InferContracts().Errors));
    }
}
