/** A window of the first coordinator, by the link that the service gives when it starts. */
export async function signedIn(context, service) {
  const page = await context.newPage();
  const link = /\S+#link=\S+/.exec(service.greeting.join('\n'))?.[0] ?? '';
  await page.goto(service.url + link.slice(link.indexOf('/sign-in')));
  await page.getByRole('main').getByRole('button', { name: 'Logg inn' }).click();
  await page.getByRole('button', { name: 'Logg ut' }).waitFor();
  return page;
}
