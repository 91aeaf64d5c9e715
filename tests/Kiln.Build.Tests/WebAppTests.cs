namespace Kiln.Build.Tests;

public sealed class WebAppTests(Packages packages)
{
    [Fact]
    public void A_web_application_publishes_its_models_and_neither_contracts_nor_locks()
    {
        const string Framework = "<PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>";
        var app = new ConsumerProject(packages, "Web", Framework + Penguins.Dataset).WithModel();
        app.Write("Program.cs", "Console.WriteLine(Guess.Species());").Write("appsettings.json", "{}");
        app.Edit("Web.csproj", text => text.Replace("Microsoft.NET.Sdk", "Microsoft.NET.Sdk.Web"));

        // The first build: what it writes itself must not be published either.
        app.Dotnet("publish", "-o", "../out").Succeeds();

        Assert.Equal(
            ["appsettings.json", "models/SpeciesModel.model.json", "models/SpeciesModel.onnx"],
            app.Files("../out").Where(file => Path.GetExtension(file) is ".json" or ".onnx" && !Path.GetFileName(file).StartsWith("Web.")));
        app.Dotnet("publish", "-o", "../again").Succeeds();
        Assert.Equal(app.Files("../out"), app.Files("../again"));
    }
}
