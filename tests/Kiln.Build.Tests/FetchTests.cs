using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kiln.Host.Tests.Data.Fetching;

namespace Kiln.Build.Tests;

/// <summary>A data file that a build fetches, over TLS, with the packed host.</summary>
public sealed class FetchTests(Packages packages)
{
    [Fact]
    public void A_pinned_file_is_fetched_once_and_a_build_after_it_does_nothing()
    {
        using var server = new FileServer(Certificate());
        var app = Penguins.App(packages, Penguins.Executable + Item(server.Url("/penguins.csv"), ""));
        app.Environment["PENGUIN_TOKEN"] = "p3nguin";
        app.Write("trusted.pem", server.Certificate!.ExportCertificatePem());
        server.File("/penguins.csv", File.ReadAllText(app["data/penguins.csv"]));
        var pin = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(app["data/penguins.csv"])));
        File.Delete(app["data/penguins.csv"]);

        Assert.Contains("error KILN0029: a file of dataset 'penguins' cannot be fetched: the server's certificate is not trusted", app.Build().Fails().Output);
        app.Environment["SSL_CERT_FILE"] = app["trusted.pem"];
        Assert.Contains($"error KILN1049: '{server.Url("/penguins.csv")}' may give another file tomorrow, so the item must pin it; write Sha256=\"{pin}\"",
            app.Build("--no-restore").Fails().Output);

        app.Write("App.csproj", File.ReadAllText(app["App.csproj"]).Replace("Sha256=\"\"", $"Sha256=\"{pin}\""));
        Assert.DoesNotContain("p3nguin", app.Build("--no-restore").Succeeds().Output);
        Assert.Equal("Bearer p3nguin", server.Authorization);
        Assert.Equal(Penguins.ModelFiles, app.Files("bin/Debug/net10.0/models"));
        var asked = server.Requests;
        app.Build("--no-restore", "-question").Succeeds();

        File.Delete(app["data/penguins.csv"]);
        app.Build("--no-restore").Succeeds();
        Assert.True(File.Exists(app["data/penguins.csv"]));
        Assert.Equal(asked, server.Requests);
    }

    static string Item(string url, string pin) => $"""
        <ItemGroup><Dataset Include="data/penguins.csv" Url="{url}" Sha256="{pin}" Token="PENGUIN_TOKEN" /></ItemGroup>
        """;

    static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
