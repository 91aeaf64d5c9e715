using Kiln.Tasks;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Kiln.Build.Tests;

/// <summary>What the task hands to the host, without a process.</summary>
public sealed class RequestTests
{
    [Fact]
    public void Files_of_one_contract_are_one_dataset()
    {
        var request = new Request();
        request.Add("command", "train");
        request.Add([
            Item("churn", "data/a.csv", "/p/data/churn.schema.json"),
            Item("sales", "sales.csv", "/p/sales.schema.json"),
            Item("churn", "data/b=1.csv", "/p/data/churn.schema.json"),
        ]);

        Assert.Equal($"""
            command=train
            dataset=churn
            contract=/p/data/churn.schema.json
            defined=
            include=data/a.csv
            merge=
            key=
            file={Path.GetFullPath("data/a.csv")}
            file={Path.GetFullPath("data/b=1.csv")}
            dataset=sales
            contract=/p/sales.schema.json
            defined=
            include=sales.csv
            merge=
            key=
            file={Path.GetFullPath("sales.csv")}

            """, request.ToString());
    }

    [Fact]
    public void Rows_of_a_database_are_named_and_no_connection_string_is_written()
    {
        var request = new Request();
        request.Add([Database("orders", ("Query", "SELECT *\r\nFROM orders"), ("Connection", "SHOP_DB"))]);
        request.Add([Database("bad", ("Table", "t"), ("Connection", "Host=x;Password=s3cr3t"))]);
        request.Add([Database("two", ("Table", "t")), Database("two", ("Table", "u"))]);

        var text = request.ToString();
        Assert.Contains("query=SELECT *\nquery=FROM orders\nconnection=SHOP_DB\nfile=", text);
        Assert.Contains("table=t\nconnection=?\nfile=", text);
        Assert.Contains("conflict=Table\ntable=t\nfile=", text);
        Assert.DoesNotContain("s3cr3t", text);
    }

    /// <summary>MSBuild reads what stands behind a percent sign; in an address it is a part of a name.</summary>
    [Fact]
    public void An_address_and_a_hash_stand_behind_their_file_as_they_are_written()
    {
        var file = Item("prices", "data/prices.csv", "/p/data/prices.schema.json");
        file.SetMetadata("Url", "https://example.org/a%2Fb%20c.csv?key=1");
        file.SetMetadata("Sha256", " ABC ");
        var request = new Request();
        request.Add([file]);

        Assert.EndsWith($"file={Path.GetFullPath("data/prices.csv")}\nurl=https://example.org/a%2Fb%20c.csv?key=1\nsha256=ABC\n", request.ToString());
    }

    [Fact]
    public void References_are_named_once_with_their_package_and_without_the_framework()
    {
        var request = new Request();
        request.AddReferences([
            Reference("/p/Shop.Tools.dll", ("NuGetPackageId", "Shop.Tools"), ("NuGetPackageVersion", "1.2.3")),
            Reference("/p/Lib.dll"),
            Reference("/p/Lib.pdb"),
            Reference("/p/runtimes/linux-x64/native/libshop.so", ("NuGetPackageId", "Shop.Tools"), ("NuGetPackageVersion", "1.2.3")),
            Reference("/p/Lib.dll", ("ReferenceSourceTarget", "ProjectReference")),
            Reference("/p/System.Runtime.dll", ("FrameworkReferenceName", "Microsoft.NETCore.App")),
        ]);

        Assert.Equal($"""
            reference=Shop.Tools/1.2.3|{Path.GetFullPath("/p/Shop.Tools.dll")}
            reference=|{Path.GetFullPath("/p/Lib.dll")}
            reference=Shop.Tools/1.2.3|{Path.GetFullPath("/p/runtimes/linux-x64/native/libshop.so")}

            """, request.ToString());
    }

    [Theory]
    [InlineData(137, "KILN0005")]
    [InlineData(134, "KILN0004")]
    [InlineData(139, "KILN0004")]
    [InlineData(unchecked((int)0xE0434352), "KILN0004")]
    [InlineData(unchecked((int)0x80008096), "KILN0003")]
    public void An_exit_code_says_how_it_ended(int exitCode, string id) => Assert.Equal(id, HostExit.Describe(exitCode).Id);

    static ITaskItem Database(string name, params (string Name, string Value)[] metadata) =>
        Reference($"data/{name}", [("Name", name), ("KilnContract", $"/p/data/{name}.schema.json"), .. metadata]);

    static ITaskItem Reference(string path, params (string Name, string Value)[] metadata) =>
        new TaskItem(path, metadata.ToDictionary(datum => datum.Name, datum => datum.Value));

    static ITaskItem Item(string name, string path, string contract) =>
        new TaskItem(path, new Dictionary<string, string> { ["Name"] = name, ["KilnContract"] = contract });
}
