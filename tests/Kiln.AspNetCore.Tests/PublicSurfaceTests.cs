using System.Reflection;
using Kiln.Testing;

namespace Kiln.AspNetCore.Tests;

public sealed class PublicSurfaceTests
{
    [Theory]
    [InlineData("Kiln.Extensions.DependencyInjection")]
    [InlineData("Kiln.AspNetCore")]
    public void A_packages_public_surface_is_the_committed_one(string package) =>
        PublicSurface.IsCommitted(Assembly.Load(package), "tests", "Kiln.AspNetCore.Tests", package + ".txt");
}
